def main() -> None:
    tree: dict[str, dict[str, list[int]]] = {}
    for path, n in [("a/x", 1), ("a/y", 2), ("b/x", 3), ("a/x", 4)]:
        folder, name = path.split("/")
        tree.setdefault(folder, {}).setdefault(name, []).append(n)
    print(tree, tree["a"]["x"][-1], len(tree["a"]))
    del tree["a"]["x"]
    print(tree, {k: sum(sum(v) for v in inner.values()) for k, inner in tree.items()})


main()
