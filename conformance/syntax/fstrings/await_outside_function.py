x = f"{await a}"
