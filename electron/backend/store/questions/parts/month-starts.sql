-- params: splits, splits
-- if month
-- The piece of a month that each day belongs to: a month begins anew at each day of `splits`.
month_starts AS (
  SELECT d.day, max(CASE WHEN s.split_day IS NULL OR s.split_day < d.month THEN d.month
    ELSE s.split_day END) AS start
  FROM (
    SELECT DISTINCT day, CAST(date_trunc('month', day) AS DATE) AS month FROM log_totals
    UNION
    SELECT DISTINCT day, CAST(date_trunc('month', day) AS DATE) FROM told_days
  ) d
  LEFT JOIN (
    SELECT CAST(u.text AS DATE) AS split_day
    FROM (SELECT split(CAST(? AS VARCHAR), chr(31)) AS texts WHERE CAST(? AS VARCHAR) IS NOT NULL) g
    CROSS JOIN UNNEST(g.texts) AS u(text)
  ) s ON s.split_day <= d.day
  GROUP BY d.day
)
