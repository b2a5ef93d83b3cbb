/** The shell's tests need Electron's program, which npm does not bring. Where it is not, that is said and counted. */
import { join } from 'node:path'
import { test } from '@playwright/test'
import { electronBinary } from '../../../src/program/start/electron'
import { root } from './process'

export const noBinary = 'shell e2e: NOT RUN, no Electron binary'

/** Path of the program, or null after having marked the tests of this file as not run. */
export function requireElectron(): string | null {
  const binary = electronBinary(join(root, 'node_modules', 'electron'), { platform: process.platform, env: process.env })
  test.skip(binary === null, noBinary)
  return binary
}
