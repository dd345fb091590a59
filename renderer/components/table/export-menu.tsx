import ButtonDropdown, {
  type ButtonDropdownProps,
} from '@cloudscape-design/components/button-dropdown';
import { useRef } from 'react';
import { useShortcut } from '../use-shortcut.ts';
import { EXPORT_FORMATS, type ExportFormat } from './export-file.ts';

interface ExportMenuProps {
  /** What is exported, for screen readers. */
  readonly title: string;
  readonly disabled: boolean;
  readonly busy: boolean;
  /** Whether `e` opens it. */
  readonly main: boolean;
  readonly onExport: (format: ExportFormat) => void;
}

/** Chooses a format and exports. */
export function ExportMenu({ title, disabled, busy, main, onExport }: ExportMenuProps) {
  const place = useRef<HTMLSpanElement>(null);
  const button = useRef<ButtonDropdownProps.Ref>(null);
  useShortcut('e', () => {
    if (!main || disabled || busy) return;
    button.current?.focus();
    place.current?.querySelector('button')?.click();
  });
  return (
    <span ref={place}>
      <ButtonDropdown
        ref={button}
        items={EXPORT_FORMATS}
        disabled={disabled}
        loading={busy}
        loadingText="Exporting"
        expandToViewport
        ariaLabel={`Export ${title}`}
        onItemClick={({ detail }) => {
          const format = EXPORT_FORMATS.find(({ id }) => id === detail.id);
          if (format !== undefined) onExport(format.id);
        }}
      >
        Export
      </ButtonDropdown>
    </span>
  );
}
