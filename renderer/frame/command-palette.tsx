import Input, { type InputProps } from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef, useState } from 'react';
import { type Command, matchingCommands } from './commands.ts';
import type { Overlay } from './overlay.ts';
import { useCommands } from './use-commands.ts';

interface CommandPaletteProps {
  readonly onClose: () => void;
  readonly onOpen: (overlay: Overlay) => void;
}

/** Finds a page, an action or anything of the organisation by typing; arrows choose, Enter does it. */
export function CommandPalette({ onClose, onOpen }: CommandPaletteProps) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<InputProps.Ref>(null);
  useEffect(() => {
    // The dialog takes the focus for its close button when it opens; the next frame gives it back.
    const frame = requestAnimationFrame(() => input.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const { commands, looking } = useCommands(onOpen, typed);
  const found = matchingCommands(commands, typed);
  const chosen = Math.min(at, Math.max(0, found.length - 1));
  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    command.run();
  };
  return (
    <Modal visible position="top" header="Go to or do" onDismiss={onClose}>
      <SpaceBetween size="s">
        <Input
          type="search"
          ref={input}
          value={typed}
          placeholder="Page, action, model, principal, guardrail, agent or any other thing"
          ariaLabel="Page, action, model, principal, guardrail or any other thing"
          onChange={({ detail }) => {
            setTyped(detail.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.detail.key];
            if (step !== undefined) {
              event.preventDefault();
              setAt(Math.max(0, Math.min(found.length - 1, chosen + step)));
            }
            if (event.detail.key === 'Enter') run(found[chosen]);
          }}
        />
        <CommandList found={found} chosen={chosen} onRun={run} />
        {looking ? <div className="quiet">Looking through the inventory</div> : null}
      </SpaceBetween>
    </Modal>
  );
}

interface CommandListProps {
  readonly found: readonly Command[];
  readonly chosen: number;
  readonly onRun: (command: Command) => void;
}

function CommandList({ found, chosen, onRun }: CommandListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  if (found.length === 0) return <div role="status">Nothing fits so far. Try fewer letters.</div>;
  return (
    <div ref={list} className="palette-list" role="listbox" aria-label="Commands">
      {found.map((command, index) => (
        <div
          key={`${command.kind} ${command.id}`}
          className="palette-item"
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          onClick={() => onRun(command)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onRun(command);
          }}
        >
          <span>{command.label}</span>
          <span className="palette-hint">{command.keys ?? command.kind}</span>
        </div>
      ))}
    </div>
  );
}
