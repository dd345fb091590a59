import type { ServiceQuota as QuotaAnswer } from '@aws-sdk/client-service-quotas';
import type { ServiceQuota } from '../../../../shared/model/dataset.ts';
import { required, text } from '../../aws/required.ts';
import type { Collector } from '../collector.ts';
import { everyItem } from '../every-item.ts';
import { quotaLimit } from './quota-limit.ts';

/**
 * The quotas of Bedrock in a Region with the values that hold. The list of applied values carries
 * AWS's default wherever none was raised, so the defaults are not asked for.
 */
export const serviceQuotas: Collector<'service-quotas'> = {
  dataset: 'service-quotas',
  title: 'Service quotas of Bedrock',
  scope: 'region',
  iamActions: ['servicequotas:ListServiceQuotas'],
  collect: async ({ clients, region, call }) => {
    const found = await everyItem({
      of: 'servicequotas:ListServiceQuotas',
      page: (NextToken) =>
        call('servicequotas:ListServiceQuotas', async (options) =>
          (await clients.quotas(region)).listServiceQuotas(
            { ServiceCode: 'bedrock', MaxResults: 100, NextToken },
            options,
          ),
        ),
      next: (page) => page.NextToken,
      items: (page) => page.Quotas,
    });
    return found.filter(hasValue).map(toServiceQuota);
  },
};

/** AWS lists a quota that it could not read itself with an error in place of its value. */
function hasValue({ ErrorReason, Value }: QuotaAnswer): boolean {
  return ErrorReason === undefined || Value !== undefined;
}

/** One quota. */
export function toServiceQuota(quota: QuotaAnswer): ServiceQuota {
  const name = text(quota.QuotaName, 'Quotas.QuotaName');
  const { PeriodValue, PeriodUnit } = quota.Period ?? {};
  return {
    code: text(quota.QuotaCode, 'Quotas.QuotaCode'),
    name,
    quotaArn: quota.QuotaArn ?? '',
    value: required(quota.Value, 'Quotas.Value'),
    unit: quota.Unit ?? 'None',
    adjustable: quota.Adjustable ?? false,
    global: quota.GlobalQuota ?? false,
    period:
      PeriodValue === undefined || PeriodUnit === undefined
        ? null
        : { value: PeriodValue, unit: PeriodUnit },
    usageMetric: usageMetric(quota.UsageMetric),
    limits: quotaLimit(name),
  };
}

function usageMetric(metric: QuotaAnswer['UsageMetric']): ServiceQuota['usageMetric'] {
  if (metric?.MetricNamespace === undefined || metric.MetricName === undefined) return null;
  return {
    namespace: metric.MetricNamespace,
    metricName: metric.MetricName,
    dimensions: metric.MetricDimensions ?? {},
    statistic: metric.MetricStatisticRecommendation ?? null,
  };
}
