import type { Command } from './command.ts';

/** A command as the list has it: what it is for, and how to load it when it is asked for. */
export interface CommandEntry {
  readonly summary: string;
  load(): Promise<Command>;
}

/** Every command by name. Each is loaded alone, so that `--help` starts at once. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  scan: {
    summary: 'read the connected accounts into the workspace',
    load: async () => (await import('./scan.ts')).scan,
  },
  import: {
    summary: 'take in a folder of CloudTrail logs, invocation logs and bills',
    load: async () => (await import('./import.ts')).importFolder,
  },
  report: {
    summary: 'print a report of one month',
    load: async () => (await import('./report.ts')).report,
  },
  check: {
    summary: 'list findings and fail on serious ones',
    load: async () => (await import('./check.ts')).check,
  },
  query: {
    summary: 'run one read-only SELECT over the documented views',
    load: async () => (await import('./query.ts')).query,
  },
  price: {
    summary: 'price rows of usage, one answer a line',
    load: async () => (await import('./price.ts')).price,
  },
  prices: {
    summary: 'list the lines of the price book',
    load: async () => (await import('./prices.ts')).prices,
  },
  'who-can': {
    summary: 'list who may call a model',
    load: async () => (await import('./who-can.ts')).whoCan,
  },
  'what-can': {
    summary: 'list the models that a principal may call',
    load: async () => (await import('./what-can.ts')).whatCan,
  },
  explain: {
    summary: 'explain whether a principal may call a model, by statement',
    load: async () => (await import('./explain.ts')).explain,
  },
  evaluate: {
    summary: 'decide access requests by the policies of each case, one answer a line',
    load: async () => (await import('./evaluate.ts')).evaluate,
  },
  lint: {
    summary: 'look for what is wrong in policy documents',
    load: async () => (await import('./lint.ts')).lint,
  },
  serve: {
    summary: 'serve the page on loopback and open it in a browser',
    load: async () => (await import('./serve.ts')).serve,
  },
  demo: {
    summary: 'start the simulated account and print its endpoint',
    load: async () => (await import('./demo.ts')).demo,
  },
  policy: {
    summary: 'print the IAM policy that Assay needs',
    load: async () => (await import('./policy.ts')).policy,
  },
};
