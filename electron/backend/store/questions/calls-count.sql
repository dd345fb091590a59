-- params: failed, failed
-- How many logged calls a filter leaves, on all pages.
SELECT count(*) AS total
FROM chosen_cells
WHERE CAST(? AS BOOLEAN) IS NULL OR CAST(? AS BOOLEAN) = failed
