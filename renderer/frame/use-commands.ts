import { useAction, useScan } from '../components/use-action.ts';
import { useLocation } from '../navigation.ts';
import { pageAt, pages } from '../pages/index.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { useTheme } from '../theme/theme.tsx';
import { usePeriod, useWorkspace } from '../workspace.ts';
import type { Command } from './commands.ts';
import { goTo } from './go-to.ts';
import type { Overlay } from './overlay.ts';
import { lengthChoices, monthChoices } from './period-choices.ts';
import { type Found, modelCommand, useFoundCommands } from './use-found-commands.ts';

/** Everything the palette offers: pages, actions, periods, models, and what fits of the inventory. */
export function useCommands(open: (overlay: Overlay) => void, typed: string): Found {
  const actions = useActions(open);
  const periods = usePeriodCommands(open);
  const models = useModelCommands();
  const { commands: found, looking } = useFoundCommands(typed);
  const toPages = pages.map(
    (page): Command => ({
      id: page.path,
      label: page.title,
      kind: 'Page',
      keys: `g ${page.letter}`,
      run: () => goTo(page.path),
    }),
  );
  return { commands: [...toPages, ...actions, ...periods, ...models, ...found], looking };
}

function useActions(open: (overlay: Overlay) => void): readonly Command[] {
  const scan = useScan();
  const demo = useAction('workspace.open-demo', {
    failure: 'The demo could not be opened',
    changes: 'all',
  });
  const workspace = useWorkspace();
  const { setTheme } = useTheme();
  const action = (id: string, label: string, run: () => void): Command => ({
    id,
    label,
    kind: 'Action',
    run,
  });
  return [
    action('scan', 'Scan now', scan.run),
    action('connect', 'Connect an account', () => goTo('/settings', { tab: 'connections' })),
    ...(workspace.demo ? [] : [action('demo', 'Open the demo account', () => demo.run({}))]),
    action('light', 'Light theme', () => setTheme('light')),
    action('dark', 'Dark theme', () => setTheme('dark')),
    action('system', 'Theme as the system', () => setTheme('system')),
    { ...action('help', 'Keyboard shortcuts', () => open('help')), keys: '?' },
  ];
}

/** Periods, where the page shows one. */
function usePeriodCommands(open: (overlay: Overlay) => void): readonly Command[] {
  const { path } = useLocation();
  const [, setPeriod] = usePeriod();
  const { now, oldestDay } = useWorkspace();
  const today = now.slice(0, 10);
  if (pageAt(path)?.hasPeriod !== true) return [];
  const choices = [...lengthChoices(today), ...monthChoices(today, oldestDay)].map(
    ({ id, label, period }): Command => ({
      id,
      label,
      kind: 'Period',
      run: () => setPeriod(period),
    }),
  );
  return [
    ...choices,
    { id: 'days', label: 'Choose days', kind: 'Period', run: () => open('period') },
  ];
}

/** Every model that is known; those that were called have their spend too. */
function useModelCommands(): readonly Command[] {
  const models = useAnswer('models.list', {}).data ?? [];
  const called = models.filter(({ calls30d }) => calls30d > 0);
  return [
    ...called.map(
      ({ modelId, label }): Command => ({
        id: modelId,
        label,
        kind: 'Spend of a model',
        words: modelId,
        run: () => goTo('/spend', { model: modelId, groupBy: 'principal' }),
      }),
    ),
    ...models.map(modelCommand),
  ];
}
