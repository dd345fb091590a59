import type { WorldMetric } from '../facts.ts';
import { groupBy } from '../grouping.ts';
import { hourly } from '../hourly.ts';
import type { MantleCall } from './mantle-calls.ts';

const GAUGES = [
  { metricName: 'Inferences', sample: (call: MantleCall) => succeeded(call, 1) },
  { metricName: 'InputTokens', sample: (call: MantleCall) => succeeded(call, call.inputTokens) },
  { metricName: 'OutputTokens', sample: (call: MantleCall) => succeeded(call, call.outputTokens) },
  {
    metricName: 'InferenceClientErrors',
    sample: (call: MantleCall) => (call.errorCode === null ? null : 1),
  },
] as const;

/** AWS shows the sums of tokens under other names where it shows them for more than one project. */
const TOTALS: Readonly<Record<string, string>> = {
  InputTokens: 'TotalInputTokens',
  OutputTokens: 'TotalOutputTokens',
};

/** The metrics of namespace AWS/BedrockMantle: by project and model, and summed over each and all. */
export function mantleMetrics(calls: readonly MantleCall[]): readonly WorldMetric[] {
  const both = groupBy(calls, ({ project, modelId }) => `${project} ${modelId}`);
  const projects = groupBy(calls, ({ project }) => project);
  const models = groupBy(calls, ({ modelId }) => modelId);
  return [
    ...[...both].flatMap(([key, group]) => {
      const [project = '', model = ''] = key.split(' ');
      return seriesOf(group, [dimension('Project', project), dimension('Model', model)]);
    }),
    ...[...projects].flatMap(([name, group]) => totalsOf(group, [dimension('Project', name)])),
    ...[...models].flatMap(([name, group]) => totalsOf(group, [dimension('Model', name)])),
    ...(calls.length === 0 ? [] : totalsOf(calls, [])),
  ];
}

function totalsOf(
  calls: readonly MantleCall[],
  dimensions: WorldMetric['dimensions'],
): readonly WorldMetric[] {
  return seriesOf(calls, dimensions).map((series) => ({
    ...series,
    metricName: TOTALS[series.metricName] ?? series.metricName,
  }));
}

function seriesOf(
  calls: readonly MantleCall[],
  dimensions: WorldMetric['dimensions'],
): readonly WorldMetric[] {
  return GAUGES.flatMap(({ metricName, sample }) => {
    const hours = hourly(calls, sample);
    if (hours.size === 0) return [];
    return [{ namespace: 'AWS/BedrockMantle', metricName, dimensions, unit: 'Count', hours }];
  });
}

function succeeded(call: MantleCall, value: number): number | null {
  return call.errorCode === null ? value : null;
}

function dimension(name: string, value: string): WorldMetric['dimensions'][number] {
  return { name, value };
}
