-- POST of 100 KB; the rest is get.lua's.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/octet-stream"
wrk.body = string.rep("krait", 20480)

dofile("bench/lua/get.lua")
