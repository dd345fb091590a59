import type { Group } from '@aws-sdk/client-cost-explorer';
import { describe, expect, test } from 'vitest';
import { cursorAfter, daysToAsk } from '../../../../../electron/backend/sources/bill/bill-days.ts';
import {
  detailQuestions,
  discoveryQuestion,
} from '../../../../../electron/backend/sources/bill/ce-questions.ts';
import {
  billedOf,
  detailRows,
  tagRows,
} from '../../../../../electron/backend/sources/bill/ce-rows.ts';
import { decimalText, isZero } from '../../../../../electron/backend/sources/bill/decimal-text.ts';

describe('amounts', () => {
  test.each([
    ['0', '0'],
    ['0.0', '0'],
    ['12.3400', '12.34'],
    ['-0.0000000014', '-0.0000000014'],
    ['4.9E-9', '0.0000000049'],
    ['1.2345e2', '123.45'],
    ['12e3', '12000'],
    ['007.5', '7.5'],
    ['.5', '0.5'],
    ['-1.5E+1', '-15'],
    ['1E-2', '0.01'],
  ])('%s is %s', (amount, expected) => {
    expect(decimalText(amount)).toBe(expected);
  });

  test.each([[''], ['much'], ['NaN'], ['1,5'], ['0x10'], ['-']])('%j is no amount', (amount) => {
    expect(() => decimalText(amount)).toThrow(/where an amount belongs/);
  });

  test('zero is told whatever it looks like', () => {
    expect(['0', '-0', '0.000', '0.01', '1'].map(isZero)).toEqual([true, true, true, false, false]);
  });
});

describe('days to ask for', () => {
  const cursor = { readTo: '2026-11-18', settledTo: '2026-11' };
  test.each([
    ['the first time: whole months back', null, '2026-11-20', [['2026-08-01', '2026-11-21']]],
    ['a day later: the open days alone', cursor, '2026-11-21', [['2026-11-18', '2026-11-22']]],
    ['a week later', cursor, '2026-11-27', [['2026-11-18', '2026-11-28']]],
    [
      'before the month is settled: nothing of it again',
      { readTo: '2026-12-12', settledTo: '2026-11' },
      '2026-12-14',
      [['2026-12-12', '2026-12-15']],
    ],
    [
      'once it is settled: that month once more',
      { readTo: '2026-12-13', settledTo: '2026-11' },
      '2026-12-15',
      [
        ['2026-11-01', '2026-12-01'],
        ['2026-12-13', '2026-12-16'],
      ],
    ],
    [
      'after a long pause: one piece, no day twice',
      { readTo: '2026-11-18', settledTo: '2026-11' },
      '2027-01-20',
      [['2026-11-01', '2027-01-21']],
    ],
  ])('%s', (_, known, today, expected) => {
    expect(daysToAsk(known, today).map(({ from, to }) => [from, to])).toEqual(expected);
  });

  test('every day is asked while it is open, once when settled, and never after that', () => {
    const asked = new Map<string, number>();
    let known: ReturnType<typeof cursorAfter> | null = null;
    const days = Array.from({ length: 200 }, (_, index) =>
      new Date(Date.UTC(2026, 10, 20) + index * 86_400_000).toISOString().slice(0, 10),
    );
    for (const today of days) {
      for (const { from, to } of daysToAsk(known, today)) {
        for (let ms = Date.parse(from); ms < Date.parse(to); ms += 86_400_000) {
          const day = new Date(ms).toISOString().slice(0, 10);
          asked.set(day, (asked.get(day) ?? 0) + 1);
        }
      }
      known = cursorAfter(today);
    }
    expect(asked.get('2026-10-05')).toBe(1);
    expect(asked.get('2026-11-05')).toBe(2);
    expect(asked.get('2027-01-05')).toBe(5);
    expect(Math.max(...asked.values())).toBe(5);
  });
});

describe('questions', () => {
  const period = { from: '2026-11-01', to: '2026-11-21' };

  test('are asked for accounts or for services, whichever are fewer', () => {
    const services = ['Amazon Bedrock', 'Claude Opus 5.5 (Amazon Bedrock Edition)'];
    const byAccount = detailQuestions({ services, accounts: ['1'] }, period);
    expect(byAccount.map(({ accountId }) => accountId)).toEqual(['1']);
    expect(byAccount[0]?.question.GroupBy?.map(({ Key }) => Key)).toEqual([
      'SERVICE',
      'USAGE_TYPE',
    ]);
    const byService = detailQuestions({ services, accounts: ['1', '2', '3'] }, period);
    expect(byService.map(({ service }) => service)).toEqual(services);
    expect(byService[0]?.question.GroupBy?.map(({ Key }) => Key)).toEqual([
      'LINKED_ACCOUNT',
      'USAGE_TYPE',
    ]);
    expect(detailQuestions({ services: [], accounts: [] }, period)).toEqual([]);
  });

  test('have at most two groupings and end before the day after', () => {
    const question = discoveryQuestion(period);
    expect(question.TimePeriod).toEqual({ Start: '2026-11-01', End: '2026-11-21' });
    expect(question.GroupBy).toHaveLength(2);
  });
});

describe('answers', () => {
  const cost = (Amount: string) => ({ UnblendedCost: { Amount, Unit: 'USD' } });
  const result = (Keys: string[], Metrics: Group['Metrics'] & object, Estimated = false) => [
    {
      TimePeriod: { Start: '2026-11-05', End: '2026-11-06' },
      Groups: [{ Keys, Metrics }],
      Estimated,
    },
  ];

  test('services are found by their name, Tax and others left out', () => {
    const names = [
      'Amazon Bedrock',
      'Claude 5 (Amazon Bedrock Edition)',
      'AmazonBedrockFoundationModels',
      'Tax',
      'Amazon EC2',
    ];
    const results = names.flatMap((name, index) => result([name, `${index % 2}`], cost('1')));
    expect(billedOf(results)).toEqual({
      services: [
        'Amazon Bedrock',
        'AmazonBedrockFoundationModels',
        'Claude 5 (Amazon Bedrock Edition)',
      ],
      accounts: ['0', '1'],
    });
  });

  test('a group becomes a row; amounts stay as they are', () => {
    const metrics = { ...cost('4.9E-9'), UsageQuantity: { Amount: '12', Unit: 'N/A' } };
    const keys = ['Amazon Bedrock', 'EU-Nova2.0Lite-input-tokens'];
    const asked = { accountId: '222233334444', service: null };
    expect(detailRows(result(keys, metrics, true), asked)).toEqual([
      {
        day: '2026-11-05',
        accountId: '222233334444',
        service: 'Amazon Bedrock',
        usageType: 'EU-Nova2.0Lite-input-tokens',
        region: 'eu-west-1',
        lineItemType: 'Usage',
        unblended: '0.0000000049',
        amortized: null,
        currency: 'USD',
        quantity: '12',
        unit: null,
        final: false,
      },
    ]);
  });

  test('a group without amount or use is no row; one without a cost is refused', () => {
    const asked = { accountId: '1', service: null };
    expect(detailRows(result(['a', 'b'], cost('0.0000')), asked)).toEqual([]);
    expect(detailRows([{ TimePeriod: { Start: '2026-11-05', End: '2026-11-06' } }], asked)).toEqual(
      [],
    );
    expect(() => detailRows(result(['a', 'b'], {}), asked)).toThrow(/UnblendedCost/);
  });

  test('tags lose their key', () => {
    expect(tagRows(result(['team$risk', 'Amazon Bedrock'], cost('1')), 'team')[0]).toMatchObject({
      tagKey: 'team',
      tagValue: 'risk',
    });
    expect(tagRows(result(['team$', 'Amazon Bedrock'], cost('1')), 'team')[0]).toMatchObject({
      tagValue: '',
    });
  });
});
