raise A, "text"
