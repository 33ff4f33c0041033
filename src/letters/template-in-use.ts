import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FileStore } from '../platform/file-store.js';
import { builtInTemplate } from './built-in-template.js';
import type { LetterKind } from './letter-kinds.js';
import { LetterTemplate } from './letter-template.entity.js';

/** The template in use in a unit for a kind of letter: its own, or the built-in one. */
@Injectable()
export class TemplateInUse {
  private readonly builtIn = new Map<string, Promise<Buffer>>();

  constructor(private readonly files: FileStore) {}

  async of(
    manager: EntityManager,
    unitId: number,
    letter: LetterKind,
  ): Promise<{ id: number | null; content: Buffer }> {
    const own = await manager.findOneBy(LetterTemplate, { unitId, kind: letter.id, inUse: true });
    return own
      ? { id: own.id, content: await this.files.read(own) }
      : { id: null, content: await this.shipped(letter) };
  }

  shipped(letter: LetterKind): Promise<Buffer> {
    const made = this.builtIn.get(letter.id) ?? builtInTemplate(letter);
    this.builtIn.set(letter.id, made);
    return made;
  }
}
