/** Version 5: what AWS billed, the files it came from, and the account's own prices. */
export const BILL_TABLES: readonly string[] = [
  `CREATE TABLE bill_rows (
    source VARCHAR NOT NULL, day DATE NOT NULL, billing_period VARCHAR NOT NULL,
    payer VARCHAR NOT NULL, account_id VARCHAR NOT NULL, region VARCHAR, service VARCHAR,
    usage_type VARCHAR, operation VARCHAR, line_item_type VARCHAR NOT NULL, principal VARCHAR,
    tags VARCHAR, resource_id VARCHAR, quantity DECIMAL(38,12), unit VARCHAR,
    unblended_cost DECIMAL(38,18) NOT NULL, amortized_cost DECIMAL(38,18),
    net_cost DECIMAL(38,18), list_cost DECIMAL(38,18), discount DECIMAL(38,18),
    currency VARCHAR NOT NULL, final BOOLEAN NOT NULL, delivery_id INTEGER, file_id INTEGER)`,
  `CREATE TABLE bill_tag_rows (
    day DATE NOT NULL, billing_period VARCHAR NOT NULL, payer VARCHAR NOT NULL,
    tag_key VARCHAR NOT NULL, tag_value VARCHAR NOT NULL, service VARCHAR NOT NULL,
    unblended_cost DECIMAL(38,18) NOT NULL, amortized_cost DECIMAL(38,18),
    currency VARCHAR NOT NULL, final BOOLEAN NOT NULL)`,
  `CREATE TABLE bill_delivery_rows (
    delivery_id INTEGER NOT NULL, export VARCHAR NOT NULL, billing_period VARCHAR NOT NULL,
    execution VARCHAR, read_at TIMESTAMP NOT NULL)`,
  `CREATE TABLE bill_file_rows (
    file_id INTEGER NOT NULL, delivery_id INTEGER NOT NULL, key VARCHAR NOT NULL,
    etag VARCHAR NOT NULL, size BIGINT NOT NULL, rows BIGINT NOT NULL)`,
  `CREATE TABLE price_rows (
    source VARCHAR NOT NULL, list VARCHAR NOT NULL, account_id VARCHAR, usage_type VARCHAR NOT NULL,
    region VARCHAR, model_id VARCHAR, usd VARCHAR NOT NULL, unit VARCHAR NOT NULL,
    per BIGINT NOT NULL, valid_from DATE NOT NULL, valid_to DATE, published VARCHAR, checked_on DATE NOT NULL,
    standing VARCHAR NOT NULL, reason VARCHAR)`,
];

/**
 * The bill without anything twice. Of several export deliveries that hold an account's month the
 * newest counts; Cost Explorer counts for the days after the last one of that delivery, and
 * for accounts and months that no delivery holds.
 */
export const BILL_VIEW = `CREATE OR REPLACE VIEW bill AS
  WITH held AS (
    SELECT account_id, billing_period, max(delivery_id) AS delivery_id
    FROM bill_rows WHERE source = 'cur' GROUP BY account_id, billing_period
  ), covered AS (
    SELECT h.account_id, h.billing_period, h.delivery_id,
      coalesce(max(CASE WHEN b.line_item_type NOT IN ('Tax', 'Credit', 'Refund') THEN b.day END),
        CAST(h.billing_period || '-01' AS DATE)) AS last_day
    FROM held h JOIN bill_rows b ON b.delivery_id = h.delivery_id
      AND b.billing_period = h.billing_period
    GROUP BY h.account_id, h.billing_period, h.delivery_id
  )
  SELECT b.day, b.billing_period, b.payer, b.account_id, b.region, b.service, b.usage_type,
    b.operation, b.line_item_type, b.principal, b.tags, b.resource_id, b.quantity, b.unit,
    b.unblended_cost, b.amortized_cost, b.net_cost, b.list_cost, b.discount, b.currency, b.final,
    b.source
  FROM bill_rows b LEFT JOIN covered c
    ON c.account_id = b.account_id AND c.billing_period = b.billing_period
  WHERE (b.source = 'cur' AND b.delivery_id = c.delivery_id)
    OR (b.source = 'ce' AND (c.delivery_id IS NULL OR b.day > c.last_day))`;

/** Cost Explorer's other cut of the same money: by cost allocation tag. Never added to `bill`. */
export const BILL_TAGS_VIEW = `CREATE OR REPLACE VIEW bill_tags AS
  SELECT day, billing_period, payer, tag_key, tag_value, service, unblended_cost, amortized_cost,
    currency, final
  FROM bill_tag_rows`;

/** The account's own prices and AWS's public list, as read, with what became of each. */
export const PRICES_VIEW = `CREATE OR REPLACE VIEW prices AS
  SELECT source, list, account_id, usage_type, region, model_id, usd, unit, per, valid_from,
    valid_to, published, checked_on, standing, reason
  FROM price_rows`;
