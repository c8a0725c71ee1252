for a in b] 
