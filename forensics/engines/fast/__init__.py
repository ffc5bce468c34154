"""Reading in one compiled pass: the same tables as the plain way gives, which takes over wherever a record is not plain."""
