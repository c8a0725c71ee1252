package krait.compiler.syntax;

import java.util.Locale;

/// Characters by the names of the Unicode standard, as `\N{…}` gives them. The JDK knows the names
/// that stand in the character database; those that follow a rule are made here.
final class CharacterNames {
    private static final String HANGUL = "HANGUL SYLLABLE ";
    private static final String IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-";
    private static final String[] LEADS =
            "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ", -1);
    private static final String[] VOWELS =
            "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ", -1);
    private static final String[] TAILS =
            " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ", -1);

    /// Control characters have no names, only aliases: from 0 and from 0x80 on.
    private static final String[] CONTROLS = {
        "NULL,NUL|START OF HEADING,SOH|START OF TEXT,STX|END OF TEXT,ETX|END OF TRANSMISSION,EOT"
                + "|ENQUIRY,ENQ|ACKNOWLEDGE,ACK|ALERT,BEL|BACKSPACE,BS"
                + "|CHARACTER TABULATION,HORIZONTAL TABULATION,HT,TAB"
                + "|LINE FEED,NEW LINE,END OF LINE,LF,NL,EOL|LINE TABULATION,VERTICAL TABULATION,VT"
                + "|FORM FEED,FF|CARRIAGE RETURN,CR|SHIFT OUT,LOCKING-SHIFT ONE,SO"
                + "|SHIFT IN,LOCKING-SHIFT ZERO,SI|DATA LINK ESCAPE,DLE|DEVICE CONTROL ONE,DC1"
                + "|DEVICE CONTROL TWO,DC2|DEVICE CONTROL THREE,DC3|DEVICE CONTROL FOUR,DC4"
                + "|NEGATIVE ACKNOWLEDGE,NAK|SYNCHRONOUS IDLE,SYN|END OF TRANSMISSION BLOCK,ETB"
                + "|CANCEL,CAN|END OF MEDIUM,EOM,EM|SUBSTITUTE,SUB|ESCAPE,ESC"
                + "|INFORMATION SEPARATOR FOUR,FILE SEPARATOR,FS"
                + "|INFORMATION SEPARATOR THREE,GROUP SEPARATOR,GS"
                + "|INFORMATION SEPARATOR TWO,RECORD SEPARATOR,RS"
                + "|INFORMATION SEPARATOR ONE,UNIT SEPARATOR,US",
        "PADDING CHARACTER,PAD|HIGH OCTET PRESET,HOP|BREAK PERMITTED HERE,BPH|NO BREAK HERE,NBH"
                + "|INDEX,IND|NEXT LINE,NEL|START OF SELECTED AREA,SSA|END OF SELECTED AREA,ESA"
                + "|CHARACTER TABULATION SET,HORIZONTAL TABULATION SET,HTS"
                + "|CHARACTER TABULATION WITH JUSTIFICATION"
                + ",HORIZONTAL TABULATION WITH JUSTIFICATION,HTJ"
                + "|LINE TABULATION SET,VERTICAL TABULATION SET,VTS"
                + "|PARTIAL LINE FORWARD,PARTIAL LINE DOWN,PLD"
                + "|PARTIAL LINE BACKWARD,PARTIAL LINE UP,PLU|REVERSE LINE FEED,REVERSE INDEX,RI"
                + "|SINGLE SHIFT TWO,SINGLE-SHIFT-2,SS2|SINGLE SHIFT THREE,SINGLE-SHIFT-3,SS3"
                + "|DEVICE CONTROL STRING,DCS|PRIVATE USE ONE,PRIVATE USE-1,PU1"
                + "|PRIVATE USE TWO,PRIVATE USE-2,PU2|SET TRANSMIT STATE,STS|CANCEL CHARACTER,CCH"
                + "|MESSAGE WAITING,MW|START OF GUARDED AREA,START OF PROTECTED AREA,SPA"
                + "|END OF GUARDED AREA,END OF PROTECTED AREA,EPA|START OF STRING,SOS"
                + "|SINGLE GRAPHIC CHARACTER INTRODUCER,SGC|SINGLE CHARACTER INTRODUCER,SCI"
                + "|CONTROL SEQUENCE INTRODUCER,CSI|STRING TERMINATOR,ST"
                + "|OPERATING SYSTEM COMMAND,OSC|PRIVACY MESSAGE,PM|APPLICATION PROGRAM COMMAND,APC"
    };

    private CharacterNames() {}

    /// -1 where no character has this name.
    static int find(String anyCase) {
        String name = anyCase.toUpperCase(Locale.ROOT);
        if (name.startsWith(HANGUL)) {
            return hangul(name.substring(HANGUL.length()));
        }
        if (name.startsWith(IDEOGRAPH)) {
            return ideograph(name.substring(IDEOGRAPH.length()));
        }
        int control = control(name);
        if (control >= 0) {
            return control;
        }
        try {
            int point = Character.codePointOf(name);
            String official = Character.getName(point);
            boolean made = name.endsWith(" " + Integer.toHexString(point).toUpperCase(Locale.ROOT));
            boolean named = official != null && official.equals(name);
            return named && !made && Character.getType(point) != Character.CONTROL ? point : -1;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    private static int control(String name) {
        for (int block = 0; block < CONTROLS.length; block++) {
            String[] characters = CONTROLS[block].split("\\|", -1);
            for (int i = 0; i < characters.length; i++) {
                for (String alias : characters[i].split(",", -1)) {
                    if (alias.equals(name)) {
                        return block * 0x80 + i;
                    }
                }
            }
        }
        return switch (name) {
            case "DELETE", "DEL" -> 0x7F;
            case "NBSP" -> 0xA0;
            case "BYTE ORDER MARK", "BOM", "ZWNBSP" -> 0xFEFF;
            case "ZWSP" -> 0x200B;
            case "ZWNJ" -> 0x200C;
            case "ZWJ" -> 0x200D;
            case "LRM" -> 0x200E;
            case "RLM" -> 0x200F;
            default -> -1;
        };
    }

    private static int hangul(String syllable) {
        for (int lead = 0; lead < LEADS.length; lead++) {
            for (int vowel = 0; vowel < VOWELS.length; vowel++) {
                String head = LEADS[lead] + VOWELS[vowel];
                if (syllable.startsWith(head)) {
                    int tail = java.util.List.of(TAILS).indexOf(syllable.substring(head.length()));
                    if (tail >= 0) {
                        return 0xAC00 + (lead * VOWELS.length + vowel) * TAILS.length + tail;
                    }
                }
            }
        }
        return -1;
    }

    private static int ideograph(String hex) {
        if (hex.length() < 4 || hex.length() > 5 || !hex.matches("[0-9A-F]+")) {
            return -1;
        }
        int point = Integer.parseInt(hex, 16);
        boolean unified =
                Character.isIdeographic(point)
                        && String.valueOf(Character.getName(point)).startsWith("CJK UNIFIED");
        return unified ? point : -1;
    }
}
