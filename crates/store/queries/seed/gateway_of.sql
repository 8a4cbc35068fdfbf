select gateway from device where code = $1 and gateway is not null
