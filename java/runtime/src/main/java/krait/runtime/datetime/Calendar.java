package krait.runtime.datetime;

import krait.runtime.OverflowError;
import krait.runtime.ValueError;

/// The proleptic Gregorian calendar of `datetime`: day 1 is the first of January of year 1.
public final class Calendar {
    /// `datetime.MINYEAR`.
    public static final int YEAR_MIN = 1;

    /// `datetime.MAXYEAR`.
    public static final int YEAR_MAX = 9999;

    /// The ordinal of the last day.
    public static final int ORDINAL_MAX = 3_652_059;

    private static final int DAYS_IN_400_YEARS = 146_097;
    private static final int[] DAYS_BEFORE_MONTH = {
        0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
    };

    /// A day.
    public record Day(int year, int month, int day) {}

    /// A week of ISO 8601.
    public record Week(int year, int week, int weekday) {}

    private Calendar() {}

    /// Whether a year has 366 days.
    public static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /// How many days a month has.
    public static int daysInMonth(int year, int month) {
        return switch (month) {
            case 2 -> isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /// The number of a day in its year, from 1 on.
    public static int dayOfYear(int year, int month, int day) {
        return DAYS_BEFORE_MONTH[month] + (month > 2 && isLeap(year) ? 1 : 0) + day;
    }

    private static int daysBeforeYear(int year) {
        int past = year - 1;
        return past * 365
                + Math.floorDiv(past, 4)
                - Math.floorDiv(past, 100)
                + Math.floorDiv(past, 400);
    }

    /// The ordinal of a day.
    public static int ordinal(int year, int month, int day) {
        return daysBeforeYear(year) + dayOfYear(year, month, day);
    }

    /// The day of an ordinal; years beyond the limits are counted too.
    public static Day day(int ordinal) {
        int days = ordinal - 1;
        int cycles = Math.floorDiv(days, DAYS_IN_400_YEARS);
        int rest = Math.floorMod(days, DAYS_IN_400_YEARS);
        int year = cycles * 400 + (int) (rest / 365.2425) + 1;
        while (daysBeforeYear(year + 1) <= days) {
            year++;
        }
        while (daysBeforeYear(year) > days) {
            year--;
        }
        int inYear = days - daysBeforeYear(year);
        int month = 12;
        while (dayOfYear(year, month, 1) - 1 > inYear) {
            month--;
        }
        return new Day(year, month, inYear - dayOfYear(year, month, 1) + 2);
    }

    /// Monday is 0.
    public static int weekday(int ordinal) {
        return Math.floorMod(ordinal + 6, 7);
    }

    private static int firstMonday(int year) {
        int first = ordinal(year, 1, 1);
        int weekday = weekday(first);
        return weekday > 3 ? first - weekday + 7 : first - weekday;
    }

    /// The week of a day.
    public static Week week(int ordinal, int yearOfDay) {
        int year = yearOfDay;
        if (ordinal < firstMonday(year)) {
            year--;
        } else if (ordinal >= firstMonday(year + 1)) {
            year++;
        }
        int days = ordinal - firstMonday(year);
        return new Week(year, days / 7 + 1, days % 7 + 1);
    }

    /// Whether a year has such a week; the year is within its limits.
    public static boolean hasWeek(int year, long week) {
        return week >= 1 && week <= (firstMonday(year + 1) - firstMonday(year)) / 7;
    }

    /// The ordinal of a day of a week that exists.
    public static int ordinalOfWeek(int year, int week, int weekday) {
        return firstMonday(year) + (week - 1) * 7 + weekday - 1;
    }

    /// Refuses a year, month or day that is none.
    public static void check(long year, long month, long day) {
        checkYear(year);
        check("month", 1, 12, month);
        int last = daysInMonth((int) year, (int) month);
        if (day < 1 || day > last) {
            throw new ValueError(
                    "day "
                            + day
                            + " must be in range 1.."
                            + last
                            + " for month "
                            + month
                            + " in year "
                            + year);
        }
    }

    /// Refuses a year outside the limits.
    public static void checkYear(long year) {
        check("year", YEAR_MIN, YEAR_MAX, year);
    }

    /// Refuses a time of day that is none.
    public static void checkTime(long hour, long minute, long second, long microsecond, long fold) {
        check("hour", 0, 23, hour);
        check("minute", 0, 59, minute);
        check("second", 0, 59, second);
        check("microsecond", 0, 999_999, microsecond);
        if (fold != 0 && fold != 1) {
            throw new ValueError("fold must be either 0 or 1, not " + fold);
        }
    }

    private static void check(String name, int least, int most, long value) {
        if (value < least || value > most) {
            throw new ValueError(name + " must be in " + least + ".." + most + ", not " + value);
        }
    }

    /// Refuses what is no C int, as CPython does before it looks further.
    public static int asInt(long value) {
        if (value > Integer.MAX_VALUE) {
            throw new OverflowError("signed integer is greater than maximum");
        }
        if (value < Integer.MIN_VALUE) {
            throw new OverflowError("signed integer is less than minimum");
        }
        return (int) value;
    }
}
