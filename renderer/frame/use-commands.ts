import { useAction, useScan } from '../components/use-action.ts';
import { hrefOf, navigate, type PagePath, type QueryValues } from '../navigation.ts';
import { pages } from '../pages/index.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { useTheme } from '../theme/theme.tsx';
import { usePeriod, useWorkspace } from '../workspace.ts';
import type { Command } from './commands.ts';
import type { Overlay } from './overlay.ts';
import { lengthChoices, monthChoices } from './period-choices.ts';

/** Everything the palette offers: pages, actions, periods, and the models that were called. */
export function useCommands(open: (overlay: Overlay) => void): readonly Command[] {
  const actions = useActions(open);
  const periods = usePeriodCommands();
  const models = useModelCommands();
  const toPages = pages.map(
    (page): Command => ({
      id: page.path,
      label: page.title,
      kind: 'Page',
      keys: `g ${page.letter}`,
      run: () => go(page.path),
    }),
  );
  return [...toPages, ...actions, ...periods, ...models];
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
    action('connect', 'Connect an account', () => go('/settings', { tab: 'connections' })),
    ...(workspace.demo ? [] : [action('demo', 'Open the demo account', () => demo.run({}))]),
    action('light', 'Light theme', () => setTheme('light')),
    action('dark', 'Dark theme', () => setTheme('dark')),
    action('system', 'Theme as the system', () => setTheme('system')),
    { ...action('help', 'Keyboard shortcuts', () => open('help')), keys: '?' },
    action('days', 'Choose days', () => open('period')),
  ];
}

function usePeriodCommands(): readonly Command[] {
  const [, setPeriod] = usePeriod();
  const { now, oldestDay } = useWorkspace();
  const today = now.slice(0, 10);
  return [...lengthChoices(today), ...monthChoices(today, oldestDay)].map(
    ({ id, label, period }): Command => ({
      id,
      label,
      kind: 'Period',
      run: () => setPeriod(period),
    }),
  );
}

function useModelCommands(): readonly Command[] {
  const models = useAnswer('models.list', {});
  return (models.data ?? [])
    .filter(({ calls30d }) => calls30d > 0)
    .map(
      ({ modelId, label }): Command => ({
        id: modelId,
        label,
        kind: 'Spend of a model',
        run: () => go('/spend', { model: modelId, groupBy: 'principal' }),
      }),
    );
}

function go(path: PagePath, query: QueryValues = {}): void {
  navigate(hrefOf(path, query, window.location.search));
}
