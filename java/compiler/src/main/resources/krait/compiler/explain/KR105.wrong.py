names = ["Ada", "Grace"]
if len(names) > 1:
    break
