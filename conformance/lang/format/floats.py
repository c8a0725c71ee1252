def main() -> None:
    for x in [0.0, -0.0, 1.0, -1.5, 3.14159265, 1234567.891, 1e-7, 1e20, 123456789012345.6]:
        print(f"{x:f}|{x:.2f}|{x:.0f}|{x:8.3f}|{x:+.1f}|{x:,.2f}|{x:e}|{x:.3e}|{x:E}")
        print(f"{x:g}|{x:.3g}|{x:G}|{x}|{x:.5}|{x:10}|{x:<10}|{x:^12.2f}|{x:%}|{x:.1%}|{x:010.2f}")
    for x in [float("inf"), -float("inf"), float("nan")]:
        print(f"{x:f}|{x:.2f}|{x:8}|{x:+}|{x:e}|{x:g}|{x:08.1f}|{x:F}")


main()
