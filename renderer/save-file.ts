/** A file that the page made. */
export interface PageFile {
  readonly name: string;
  /** The media type. */
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** Offers a file to be saved. */
export function saveFile({ name, type, content }: PageFile): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
