// SPDX-License-Identifier: MIT
import { mostRows } from './limits.ts';

export interface FoundFiles {
  files: File[];
  /** The path of each file, beginning with the folder that was dropped. */
  paths: string[];
}

/** The files in what was dropped, with those of folders in folders. Not many more than can be read. */
export async function filesIn(entries: readonly FileSystemEntry[]): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], paths: [] };
  const waiting = [...entries];
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    if (entry.isDirectory) waiting.push(...(await contentsOf(entry as FileSystemDirectoryEntry)));
    else {
      found.files.push(await fileOf(entry as FileSystemFileEntry));
      found.paths.push(entry.fullPath.replace(/^\//, ''));
    }
    if (found.files.length > mostRows) break;
  }
  return found;
}

/** The files of a chosen folder. */
export const chosenFiles = (files: readonly File[]): FoundFiles => ({
  files: [...files],
  paths: files.map((file) => file.webkitRelativePath || file.name),
});

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** Browsers list a folder in parts, and end with an empty one. */
async function contentsOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return all;
    all.push(...part);
  }
}
