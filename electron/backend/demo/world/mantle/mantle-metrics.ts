import type { WorldMetric } from '../facts.ts';
import { groupBy } from '../grouping.ts';
import { dimensionsOf, type Gauge, seriesOf } from '../metrics/series.ts';
import type { MantleCall } from './mantle-calls.ts';

const GAUGES: readonly Gauge<MantleCall>[] = [
  { metricName: 'Inferences', sample: (call) => succeeded(call, 1) },
  { metricName: 'InputTokens', sample: (call) => succeeded(call, call.inputTokens) },
  { metricName: 'OutputTokens', sample: (call) => succeeded(call, call.outputTokens) },
  {
    metricName: 'InferenceClientErrors',
    sample: (call) => (call.errorCode === null ? null : 1),
  },
];

/** AWS shows the sums of tokens under other names where it shows them for more than one project. */
const TOTALS: Readonly<Record<string, string>> = {
  InputTokens: 'TotalInputTokens',
  OutputTokens: 'TotalOutputTokens',
};

const TOTAL_GAUGES = GAUGES.map((gauge) => ({
  ...gauge,
  metricName: TOTALS[gauge.metricName] ?? gauge.metricName,
}));

/** The metrics of namespace AWS/BedrockMantle: by project and model, and summed over each and all. */
export function mantleMetrics(calls: readonly MantleCall[]): readonly WorldMetric[] {
  const both = groupBy(calls, ({ project, modelId }) => `${project} ${modelId}`);
  const projects = groupBy(calls, ({ project }) => project);
  const models = groupBy(calls, ({ modelId }) => modelId);
  return [
    ...[...both].flatMap(([key, group]) => {
      const [Project = '', Model = ''] = key.split(' ');
      return seriesOf(placed({ Project, Model }), GAUGES, group);
    }),
    ...[...projects].flatMap(([Project, group]) =>
      seriesOf(placed({ Project }), TOTAL_GAUGES, group),
    ),
    ...[...models].flatMap(([Model, group]) => seriesOf(placed({ Model }), TOTAL_GAUGES, group)),
    ...seriesOf(placed({}), TOTAL_GAUGES, calls),
  ];
}

function placed(dimensions: Readonly<Record<string, string>>) {
  return { namespace: 'AWS/BedrockMantle', dimensions: dimensionsOf(dimensions) };
}

function succeeded(call: MantleCall, value: number): number | null {
  return call.errorCode === null ? value : null;
}
