package krait.runtime.lib;

import krait.runtime.PyClass;
import krait.runtime.Tuple;
import krait.runtime.datetime.Calendar;

/// What `date.isocalendar` gives.
@PyClass(module = "datetime", name = "IsoCalendarDate")
public final class DatetimeIsoCalendarDate extends Tuple {
    private final Calendar.Week week;

    DatetimeIsoCalendarDate(Calendar.Week week) {
        super(new Object[] {(long) week.year(), (long) week.week(), (long) week.weekday()});
        this.week = week;
    }

    /// `c.year`.
    public long year() {
        return week.year();
    }

    /// `c.week`.
    public long week() {
        return week.week();
    }

    /// `c.weekday`.
    public long weekday() {
        return week.weekday();
    }

    @Override
    public CharSequence __repr__() {
        return "datetime.IsoCalendarDate(year="
                + year()
                + ", week="
                + week()
                + ", weekday="
                + weekday()
                + ")";
    }
}
