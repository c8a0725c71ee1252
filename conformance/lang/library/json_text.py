import json


def main() -> None:
    print(json.dumps({"a": [1, 2.5, None, True], "b": "é\n\"x\""}))
    print(json.dumps([1, "two"], indent=2), json.dumps({"b": 1, "a": 2}, sort_keys=True))
    print(json.dumps("é😀", ensure_ascii=False), json.dumps({"k": 2**70}, separators=(",", ":")))
    value: object = json.loads('{"x": [1, 2.0, "s", null, false], "y": {"z": -3e2}}')
    print(value)
    if isinstance(value, dict):
        print(sorted(value))
    try:
        json.loads('{"a": }')
    except json.JSONDecodeError as e:
        print(e, e.lineno, e.colno)


main()
