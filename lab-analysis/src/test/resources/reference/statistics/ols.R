# Reference numbers for LeastSquares: writes the data sets and what lm() says of them.
# Run here with: Rscript ols.R
# The data sets come with R: longley (Longley 1967), InsectSprays (Beall 1942), swiss (Mosteller and
# Tukey 1977).

options(digits = 17)
data_file <- function(frame, file) {
  write.csv(format(frame, digits = 15, trim = TRUE, drop0trailing = TRUE), file, row.names = FALSE, quote = FALSE)
}
rows <- data.frame()
say <- function(case, what, name, value) {
  rows <<- rbind(rows, data.frame(case, what, name, value = sprintf("%.17g", value)))
}
# About the mean wherever the constant is in the span, as LeastSquares is: F against y ~ 1.
tell <- function(case, fit, none) {
  s <- summary(fit)
  ci <- confint(fit)
  for (name in rownames(s$coefficients)) {
    say(case, "estimate", name, s$coefficients[name, 1])
    say(case, "error", name, s$coefficients[name, 2])
    say(case, "t", name, s$coefficients[name, 3])
    say(case, "p", name, s$coefficients[name, 4])
    say(case, "low", name, ci[name, 1])
    say(case, "high", name, ci[name, 2])
  }
  test <- anova(none, fit)
  say(case, "f", "", test$F[2])
  say(case, "numerator", "", test$Df[2])
  say(case, "denominator", "", test$Res.Df[2])
  say(case, "overall_p", "", test[["Pr(>F)"]][2])
  say(case, "rss", "", deviance(fit))
  say(case, "r2", "", 1 - deviance(fit) / deviance(none))
  say(case, "rank", "", fit$rank)
}

data_file(longley, "longley.csv")
tell("longley", lm(Employed ~ ., longley), lm(Employed ~ 1, longley))
tell("longley0", lm(Employed ~ 0 + ., longley), lm(Employed ~ 0, longley))

deficient <- transform(swiss, Field = Agriculture + 2 * Education)
deficient <- deficient[, c("Fertility", "Agriculture", "Examination", "Education", "Field",
                           "Catholic", "Infant.Mortality")]
data_file(deficient, "swiss.csv")
tell("swiss", lm(Fertility ~ ., deficient), lm(Fertility ~ 1, deficient))

sprays <- as.data.frame(cbind(count = InsectSprays$count, model.matrix(~ 0 + spray, InsectSprays)))
data_file(sprays, "sprays.csv")
tell("sprays", lm(count ~ 0 + ., sprays), lm(count ~ 1, sprays))

out <- file("ols.csv", "w")
writeLines(sprintf("# Made by ols.R with %s on %s", R.version.string, Sys.Date()), out)
write.csv(rows, out, row.names = FALSE, quote = FALSE)
close(out)
