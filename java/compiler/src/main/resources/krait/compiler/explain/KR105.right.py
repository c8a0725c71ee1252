for name in ["Ada", "Grace"]:
    if name == "Ada":
        break
