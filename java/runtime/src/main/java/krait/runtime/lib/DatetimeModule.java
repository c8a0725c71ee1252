package krait.runtime.lib;

import krait.runtime.datetime.Calendar;

/// The module `datetime`.
public final class DatetimeModule {
    /// `datetime.MINYEAR`.
    public static final long MINYEAR = Calendar.YEAR_MIN;

    /// `datetime.MAXYEAR`.
    public static final long MAXYEAR = Calendar.YEAR_MAX;

    /// `datetime.UTC`.
    public static final DatetimeTimezone UTC = DatetimeTimezone.utc;

    private DatetimeModule() {}
}
