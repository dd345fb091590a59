import { describe, expect, it, test } from 'vitest';
import { createMeteredCalls } from '../../../../electron/backend/aws/metered-calls.ts';
import { meteredPrices } from '../../../../electron/backend/aws/metered-prices.ts';
import { requiredPolicy } from '../../../../electron/backend/scan/required-policy.ts';
import { AppError } from '../../../../shared/model/app-error.ts';
import { FEATURE_IDS } from '../../../../shared/model/features.ts';
import { isDay } from '../../../../shared/model/period.ts';

const clock = () => '2026-11-20T12:00:00Z';

function meter(capUsd: string, spentUsd: readonly string[] = []) {
  return createMeteredCalls({ scanId: 'scan', capUsd, spentUsd, clock });
}

describe("Assay's own paid calls", () => {
  it('are priced exactly, per metric requested', () => {
    const calls = meter('5');
    calls.book('cloudwatch:GetMetricData', 270);
    calls.book('cloudwatch:GetMetricData', 1);
    calls.book('s3:GetObject', 1);
    expect(calls.totalUsd()).toBe('0.0027104');
    expect(calls.takeRows()).toEqual([
      {
        at: clock(),
        scanId: 'scan',
        operation: 'cloudwatch:GetMetricData',
        calls: 2,
        units: 271,
        usd: '0.00271',
      },
      {
        at: clock(),
        scanId: 'scan',
        operation: 's3:GetObject',
        calls: 1,
        units: 1,
        usd: '0.0000004',
      },
    ]);
  });

  it('are counted with free ones, attempt by attempt', () => {
    const calls = meter('5');
    calls.attempt('bedrock:ListGuardrails');
    calls.book('cloudwatch:GetMetricData', 3);
    calls.attempt('cloudwatch:GetMetricData');
    calls.attempt('cloudwatch:GetMetricData');
    const rows = calls.takeRows();
    expect(
      rows.map(({ operation, calls: made, units, usd }) => [operation, made, units, usd]),
    ).toEqual([
      ['bedrock:ListGuardrails', 1, 0, '0'],
      ['cloudwatch:GetMetricData', 2, 3, '0.00003'],
    ]);
  });

  it('are handed out once', () => {
    const calls = meter('5');
    calls.book('s3:ListBucket', 1);
    expect(calls.takeRows()).toHaveLength(1);
    expect(calls.takeRows()).toEqual([]);
    expect(calls.totalUsd()).toBe('0.000005');
  });

  it('count once where the books are written between a booking and its request', () => {
    const calls = meter('5');
    const taken = () => calls.takeRows().map(({ calls: made, units, usd }) => [made, units, usd]);
    calls.book('s3:GetObject', 1);
    calls.book('s3:GetObject', 1);
    expect(taken()).toEqual([[2, 2, '0.0000008']]);
    calls.attempt('s3:GetObject');
    expect(taken()).toEqual([]);
    calls.attempt('s3:GetObject');
    calls.attempt('s3:GetObject');
    expect(taken()).toEqual([[1, 0, '0']]);
    calls.book('s3:GetObject', 1);
    calls.attempt('s3:GetObject');
    expect(taken()).toEqual([[1, 1, '0.0000004']]);
  });

  it('stop before the monthly cap is passed, and may reach it', () => {
    const calls = meter('0.01', ['0.004', '0.001']);
    calls.book('cloudwatch:GetMetricData', 500);
    expect(() => calls.book('cloudwatch:GetMetricData', 1)).toThrow(AppError);
    expect(() => calls.book('cloudwatch:GetMetricData', 1)).toThrow(
      /monthly cap of \$0\.01 .* was reached .* raise it in Settings/,
    );
    expect(calls.totalUsd()).toBe('0.005');
  });

  it('stop at once when the cap is zero', () => {
    expect(() => meter('0').book('s3:GetObject', 1)).toThrow(/cap of \$0/);
  });

  it.each(Object.entries(meteredPrices))('have a dated and sourced price: %s', (_, price) => {
    expect(price.source).toMatch(/^https:\/\/aws\.amazon\.com\//);
    expect(isDay(price.checkedOn)).toBe(true);
    expect(price.per).toBeGreaterThan(0);
  });
});

test('nothing that AWS charges by bytes scanned is asked for, since no price of it is listed', () => {
  const byBytes = /^(athena:|logs:(StartQuery|StartLiveTail)|cloudtrail:StartQuery)/;
  const asked = requiredPolicy({ features: FEATURE_IDS }).actions.map(({ action }) => action);
  expect(asked).toContain('logs:FilterLogEvents');
  expect(asked.filter((action) => byBytes.test(action))).toEqual([]);
});
