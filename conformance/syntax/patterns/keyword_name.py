match x:
    case class:
        pass
