import { call, world } from '../honesty-case.ts';

const MANAGEMENT = { accountId: '111122223333' };
const [found] = world.exports(MANAGEMENT.accountId);
const PERIOD = { TimePeriod: { Start: '2026-10-01', End: '2026-10-08' } };
const METRICS = ['UnblendedCost', 'AmortizedCost', 'UsageQuantity'];
const BEDROCK = {
  Dimensions: { Key: 'SERVICE', Values: ['Amazon Bedrock', 'Amazon Bedrock Service'] },
};
const ADJUSTED = { Dimensions: { Key: 'RECORD_TYPE', Values: ['Credit', 'Tax'] } };
const by = (Key: string, Type = 'DIMENSION') => ({ Type, Key });

export const billCases = [
  call(
    'costExplorer',
    'GetCostAndUsage',
    {
      ...PERIOD,
      Granularity: 'MONTHLY',
      Metrics: ['UnblendedCost'],
      GroupBy: [by('SERVICE'), by('LINKED_ACCOUNT')],
    },
    MANAGEMENT,
  ),
  call(
    'costExplorer',
    'GetCostAndUsage',
    {
      ...PERIOD,
      Granularity: 'DAILY',
      Metrics: METRICS,
      Filter: { And: [BEDROCK, { Not: ADJUSTED }] },
      GroupBy: [by('team', 'TAG'), by('SERVICE')],
    },
    MANAGEMENT,
  ),
  call('costExplorer', 'GetCostAndUsage', { ...PERIOD, Granularity: 'DAILY', Metrics: METRICS }),
  call('dataExports', 'ListExports', {}, MANAGEMENT),
  call('dataExports', 'ListExports'),
  call('dataExports', 'GetExport', { ExportArn: found?.exportArn }, MANAGEMENT),
];

export const priceCases = [
  call('pricing', 'GetProducts', {
    ServiceCode: 'AmazonBedrock',
    FormatVersion: 'aws_v1',
    Filters: [{ Type: 'TERM_MATCH', Field: 'regionCode', Value: 'us-east-1' }],
    MaxResults: 5,
  }),
  call('pricing', 'GetProducts', { ServiceCode: 'AmazonBedrockAgentCore' }),
];
