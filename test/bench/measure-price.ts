import { price } from '../../electron/cli/price.ts';
import { type CommandMeasurement, measureCommand } from './measure-command.ts';

/** Pricing a file of usage line by line, without a workspace: the bundled table prices. */
export type PriceMeasurement = CommandMeasurement;

const MODELS = [
  'anthropic.claude-sonnet-4-6',
  'us.anthropic.claude-haiku-4-5-20251001-v1:0',
  'Claude4.6Sonnet',
  'global.anthropic.claude-opus-4-8',
  'amazon.nova-lite-v1:0',
];
const UNITS = ['input-tokens', 'output-tokens', 'cache-read-tokens', 'cache-write-5m-tokens'];

const lines = Number(process.argv[2]);
await measureCommand(
  { command: price, option: 'usage', lines, lineOf: usageLine },
  async (measured) => console.log(JSON.stringify(measured satisfies PriceMeasurement)),
);

function usageLine(index: number): string {
  return JSON.stringify({
    modelId: MODELS[index % MODELS.length],
    region: 'us-east-1',
    unit: UNITS[index % UNITS.length],
    quantity: index,
    day: `2026-11-0${1 + (index % 9)}`,
  });
}
