/** Names parted by blanks, so that a family of functions is a line. */
const named = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')));

/**
 * Functions that a statement of a workspace may call: arithmetic, comparison, text, dates and aggregates whose results are no larger than
 * what they are given. What is not named here (files, settings, the catalogue, repetition of text, lists) is refused.
 */
export const FUNCTIONS = named(
  '+ - * / // % ** ^ || ~~ !~~ ~~* !~~* & | << >>',
  'abs ceil ceiling floor round trunc sign sqrt cbrt exp ln log log2 log10',
  'pow power mod pi greatest least coalesce ifnull nullif isnan isinf isfinite if',
  'lower upper trim ltrim rtrim length len strlen substr substring left right',
  'starts_with prefix suffix ends_with contains position strpos instr like_escape',
  'not_like_escape ilike_escape not_ilike_escape regexp_matches regexp_full_match concat split_part',
  'count count_star count_if countif sum avg mean min max median mode any_value',
  'first last arg_min arg_max min_by max_by bool_and bool_or product approx_count_distinct',
  'stddev stddev_samp stddev_pop variance var_samp var_pop skewness kurtosis mad entropy',
  'quantile quantile_cont quantile_disc approx_quantile corr covar_samp covar_pop',
  'regr_slope regr_intercept regr_r2 regr_count regr_avgx regr_avgy regr_sxx regr_syy regr_sxy',
  'row_number rank dense_rank rank_dense percent_rank cume_dist ntile lag lead',
  'first_value last_value nth_value',
);

/** Table functions that read nothing. */
export const TABLE_FUNCTIONS = named('range generate_series unnest');

/** Types a value may be cast to. */
export const TYPES = named(
  'BOOLEAN TINYINT SMALLINT INTEGER BIGINT HUGEINT FLOAT DOUBLE DECIMAL VARCHAR DATE',
  'UTINYINT USMALLINT UINTEGER UBIGINT SQLNULL NULL',
);
