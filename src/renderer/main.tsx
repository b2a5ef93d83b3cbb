import '@mantine/core/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import './global.css'
import { MantineProvider } from '@mantine/core'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { Desk } from './app/desk'
import { cssVariables, theme } from './theme'
import { connectBridge } from './transport/bridge'

const desk = new Desk(connectBridge())
// What was decrypted for this window leaves its memory when the desk locks.
desk.onClosed = () => window.location.reload()
desk.start()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={cssVariables}>
    <App desk={desk} />
  </MantineProvider>,
)
