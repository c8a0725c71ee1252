def main() -> None:
    d = {1: "a"}
    for step in range(5):
        try:
            if step == 0:
                print(d[2])
            elif step == 1:
                del d[3]
            elif step == 2:
                print(d.pop(4))
            elif step == 3:
                empty: dict[int, int] = {}
                print(empty.popitem())
            else:
                for key in d:
                    d[key + 1] = "b"
        except (KeyError, RuntimeError) as e:
            print(step, type(e).__name__, e)
    words = {"a": 1}
    try:
        words["missing key"] += 1
    except KeyError as e:
        print(e, e.args)


main()
