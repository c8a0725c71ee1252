package krait.base;

/// An error as a value: what happened, where, and what to do about it.
///
/// @param code stable name in kebab-case, such as `port-in-use`
/// @param blame who has to act
/// @param what one sentence, without a full stop where it fits in a line
/// @param where file, option, address or request; empty when it has no place
/// @param remedy what to do; empty when there is nothing to say
/// @param safe whether `what` may be shown to a client of the server
public record Problem(
        String code, Blame blame, String what, String where, String remedy, boolean safe) {

    public static Problem of(String code, Blame blame, String what) {
        return new Problem(code, blame, what, "", "", false);
    }

    public Problem at(String place) {
        return new Problem(code, blame, what, place, remedy, safe);
    }

    public Problem remedy(String advice) {
        return new Problem(code, blame, what, where, advice, safe);
    }

    public Problem safeForClients() {
        return new Problem(code, blame, what, where, remedy, true);
    }

    /// The message for people, a few lines: what, where, remedy.
    public String text() {
        StringBuilder text = new StringBuilder(what);
        if (!where.isEmpty()) {
            text.append("\n  where: ").append(where.replace("\n", "\n         "));
        }
        if (!remedy.isEmpty()) {
            text.append("\n  to do: ").append(remedy.replace("\n", "\n         "));
        }
        return text.toString();
    }

    public KraitException exception() {
        return new KraitException(this);
    }
}
