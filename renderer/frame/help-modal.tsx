import Box from '@cloudscape-design/components/box';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { pages } from '../pages/index.ts';
import { useWorkspace } from '../workspace.ts';

const KEYS: readonly (readonly [readonly string[], string])[] = [
  [['Ctrl', 'K'], 'Command palette: pages, actions, models, principals, guardrails and all else'],
  [['/'], 'Search or filter this page'],
  [['j'], 'Next row'],
  [['k'], 'Previous row'],
  [['e'], 'Export the main table: CSV, Excel or JSON'],
  [['?'], 'This list'],
];

/** All keyboard shortcuts. */
export function HelpModal({ onClose }: { readonly onClose: () => void }) {
  const { version } = useWorkspace();
  const pageKeys = pages.map(({ letter, title }) => [['g', letter], title] as const);
  return (
    <Modal visible header="Keyboard shortcuts" onDismiss={onClose} footer={`Assay ${version}`}>
      <SpaceBetween size="m">
        <KeyList title="Everywhere" keys={KEYS} />
        <KeyList title="Go to a page" keys={pageKeys} />
      </SpaceBetween>
    </Modal>
  );
}

interface KeyListProps {
  readonly title: string;
  readonly keys: readonly (readonly [readonly string[], string])[];
}

function KeyList({ title, keys }: KeyListProps) {
  return (
    <div>
      <Box variant="h3">{title}</Box>
      <dl className="keys">
        {keys.map(([caps, meaning]) => (
          <div key={meaning} style={{ display: 'contents' }}>
            <dt>
              {caps.map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
