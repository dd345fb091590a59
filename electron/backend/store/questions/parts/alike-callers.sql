-- params: alike
-- if alike
-- Callers whose calls of a model are told under the ARN of another one, who counts as the same.
alike_callers AS (
  SELECT split_part(u.text, chr(30), 1) AS account_id, split_part(u.text, chr(30), 2) AS model_key,
    split_part(u.text, chr(30), 3) AS principal_arn, split_part(u.text, chr(30), 4) AS alike_arn
  FROM (SELECT split(CAST(? AS VARCHAR), chr(31)) AS texts) g
  CROSS JOIN UNNEST(g.texts) AS u(text)
)
