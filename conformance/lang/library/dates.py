from datetime import date, datetime, timedelta


def main() -> None:
    d = date(2024, 2, 28)
    print(d, d + timedelta(days=2), d.weekday(), d.isoformat(), d.replace(month=12), repr(d))
    t = datetime(2024, 12, 31, 23, 59, 58)
    print(t + timedelta(seconds=3), t.strftime("%Y/%m/%d %H:%M:%S"), t - datetime(2024, 1, 1))
    print(timedelta(hours=25, minutes=-3), timedelta(days=1) / 2, date(2025, 1, 1) - d)
    print(datetime.fromisoformat("2020-05-06T07:08:09"), d < date(2024, 3, 1))


main()
