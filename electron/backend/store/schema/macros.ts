/**
 * Trino-named functions that DuckDB lacks or answers differently, so that one question text gives
 * the same result on both engines.
 */
export const MACROS: readonly string[] = [
  `CREATE OR REPLACE TEMP MACRO approx_percentile(x, p) AS quantile_cont(x, p)`,
  `CREATE OR REPLACE TEMP MACRO date_diff(unit, a, b) AS date_sub(unit, a, b)`,
  `CREATE OR REPLACE TEMP MACRO element_at(list, i) AS list_extract(list, i)`,
  `CREATE OR REPLACE TEMP MACRO cardinality(list) AS len(list)`,
];
