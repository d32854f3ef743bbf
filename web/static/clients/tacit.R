# Tacit from R, with httr2: Rscript tacit.R 23-1011
library(httr2)

url <- Sys.getenv("TACIT_URL", "http://127.0.0.1:4000")

# The data of an answer; httr2 waits where the server says when to ask again (Retry-After).
ask <- function(query, variables = list()) {
  answer <- request(url) |>
    req_url_path("/graphql") |>
    req_body_json(list(query = query, variables = variables)) |>
    req_retry(max_tries = 4) |>
    req_error(is_error = \(response) FALSE) |>
    req_perform() |>
    resp_body_json()
  if (!is.null(answer$errors)) stop(answer$errors[[1]]$extensions$code, ": ", answer$errors[[1]]$message)
  answer$data
}

benchmark <- '
query Benchmark($socCode: String!) {
  rateBenchmark(socCode: $socCode) {
    profession { title }
    n freshness
    published { low median high currency }
    market { median year }
    provenance { citation licence sources { title url } }
  }
}
'

given <- commandArgs(trailingOnly = TRUE)
cost <- ask(benchmark, list(socCode = if (length(given)) given[1] else "23-1011"))$rateBenchmark
cat(sprintf(
  "%s: offered %s %s an hour (n = %d, newest %s); the profession earns %s.\n",
  cost$profession$title, cost$published$median, cost$published$currency, cost$n, cost$freshness, cost$market$median
))
cat(cost$provenance$citation, length(cost$provenance$sources), "sources.\n")
