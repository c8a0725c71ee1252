größe = 1 über
