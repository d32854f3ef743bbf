"""Published rates as a pandas data frame, for a notebook; tacit.py stands beside it."""

import pandas

from tacit import RATES, rows

rates = pandas.json_normalize(list(rows(RATES, "payObservations")))
hourly = rates[(rates["basis"] == "HOUR") & (rates["currency"] == "USD")]
print(hourly.groupby("platform.name")[["low", "high"]].median().sort_values("high", ascending=False).head(10))
