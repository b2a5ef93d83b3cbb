/** How members put it themselves: indirect, understated, dialect and half-said forms of the same signs. */
import { rule, type Rule } from './types'

const fixed = { polarity: 'fixed' } as const
const fixedAny = { polarity: 'fixed', who: 'any' } as const

export const peerRules: Rule[] = [
  rule('wish-peer', 'suicide', 'wish', 2, 'says in other words that they want to be dead', `
    better|easier|simpler|kinder|best|fairer|happier|cheaper if|for i|im|me|everyone|us|all|them ~2 just? wasnt|werent|not|didnt|never|gone|dead around|here|exist|alive|wake|there|in|up?
    if i|im was|were|am|wasnt|werent|got ~1 gone|dead|buried|around|here|cremated ~3 better|relief|relieved|easier|life|nobody|noone|notice|miss|sleep|cry|happier|fine|free
    @want @to? unexist|unlive|unalive|evaporate|vanish|disappear|dissolve forever|completely|permanently|altogether|from|for
    @want @to? unexist|unlive|unalive
    dont|not|nae|never|no want|wanting|wanna any|another more? year|years|day|days|birthday|christmas|morning|mornings|tomorrow|tomorrows
    hoping|hope|prefer|praying|wish|like ~5 not to wake
    hoping|hope|prefer|praying|wish|like ~4 wouldnt|wont|dont|never|not wake
    shut|close @my eyes ~2 no|not|never open|wake
    eyes ~3 no|not|never open|wake ~1 again|them
    god|lord|jesus|allah|someone|something ~1 take|tek|takes me
    take|tek me ~2 soon|god|lord|home|tonight|already
    my|ma continued existence
    every|each morning|day ~2 still here|alive|breathing ~2 damn|shame|disappointed|unfortunately|sadly|again
    disappointed|gutted|annoyed|angry|sad|sorry|upset ~2 woke|wake|waking|survived|alive
    woke up ~3 disappointed|unfortunately|sadly|gutted|again|damn|angry
    log off ~2 permanently|forever|life|good|irl
    let the dark|earth|sea|ground|water|night|river keep|take|have|swallow me
    lie|lay|lying doon|down ~3 never|not|no|nae ~2 get|up|wake
    lie|lay|lying doon|down with|wi them|him|her
    be|been with|wi him|her|them|mum|mam|mom|dad|granny|nan|baby again|soon|now
    join|joining|follow|following ~1 wife|husband|mum|mam|mom|dad|son|daughter|brother|him|her|them ~2 soon|now|grave|heaven|tonight
    out of|ae this body|skin|head|life|world
    no|not|nae|dont|nothing ~2 to? wake up for
    no tomorrow|future for me
    cease to exist|be
    rather ~3 dead|grave|ground|buried|coffin
    should|shoulda|could have|of|a died|drowned|gone ~3 instead|me|then
    should have been|bin me
    wish|wished|hope|hoping|pray ~3 something|car|bus|truck|lorry|someone|cancer|illness ~3 hit|kill|take|hits|kills|takes|crash me
    get|gets|getting hit|run ~1 by a car|bus|truck|lorry|train
  `, fixed),
  rule('no-trust', 'suicide', 'intent', 2, 'is afraid of what they may do', `
    dont|not|no|nae|cant|longer ~1 trust @myself
    dont|not|no|nae|cant ~1 feel|be|safe|keep ~1 safe|myself ~2 alone|myself|tonight|home|own|with|on|safe?
    afraid|scared|frightened|terrified of @myself|me
    afraid|scared|frightened|terrified|worried|fear|dont|idk|unsure ~2 what i|im might|could|will|ll|may|am|gonna|going ~1 do
    not|dont|isnt know|sure ~2 make|last|get|survive|hold ~1 it|through|on|out|tonight ~2 tonight|night|morning|week|weekend|day|much|longer
    might|could|may|gonna|going|will|bout|about do something|summat|sumthin stupid|silly|bad|daft|drastic|irreversible|final|i
    do something|summat stupid|drastic|irreversible
    want what i wanted
    next time ~4 wont|not|properly|right|lucky|fail|work|mistake|sure
    finish|finishing|finished|finishin the job|it|all|me|myself ~2 off|time|properly|tonight|all|this?
    finish me|mysel|myself off?
    help|helping him|her|god|it|nature|things along|take|do
    wont|not be here|around|alive|living ~2 to|when|by|tomorrow|at|next|see|anymore|then|christmas|much|long|longer
    will not|never|no be here|around|alive|seeing
    wont|not|no|never ~1 coming|come|comin|going|gonna back|home|doon|down ~2 down|doon|up|again|tonight|stairs|this|from
    not|no|never planning|intending|expecting ~1 on|to driving|going|coming|come|be|wake|see|get|go ~1 home|back|up|tomorrow|here
    know what|how id|ill|im|i|ah ~1 do|dae
    ready to go|leave|be ~1 now|tonight|gone|join|meet|at
    time to go|leave|rest|sleep now|forever|for|home
    done|finished by|before|within|tonight|in ~2 morning|tonight|tomorrow|min|minutes|hour|weekend
    its|it is|will|be|ll done|over ~2 tonight|by|in|before|soon|min|minutes|tomorrow
    gonna|going|ill|imma|finna|bouta @to? do|dae it ~4 tonight|while|before|after|nobody|alone
    see if i care
    intend|intends|resolved|determined to ~3 use|do|end|conclude|depart|leave|die|it
  `, fixed),
  rule('edge-peer', 'suicide', 'place', 2, 'writes from a place of danger or has been there', `
    at|on|near|over|by|against the|a ~1 edge|ledge|parapet|railing|railings|rail|barrier|tracks ~4 of|sorry|cold|bye|now|tonight|dark|phone|alone|and|jump|water|bridge|goodbye
    im|am|ahm|sitting|standing|parked|here ~2 on|at|by|doon|down|up|near|outside ~3 bridge|roof|rooftop|cliff|cliffs|tracks|overpass|tower|multistorey|viaduct|tops ~2 now|noo|tonight|alone|cold|sorry|and|dark|again
    sat|stood ~2 on|at|up ~3 bridge|roof|rooftop|cliff|cliffs|tracks|overpass|multistorey|viaduct ~2 tonight|alone|sorry|dark|again|thinking|wondering|wanting
    im|am|ahm|sat|sitting|standing|stood|parked|here ~2 at|by|doon|down|near|outside ~3 river|water|canal|loch|pier|weir|quarry|reservoir|lookout ~2 tonight|alone|sorry|dark|goodbye|bye
    look|looking|stare|staring|stand|standing|thinking ~4 how|high|deep|far|low ~2 rail|drop|water|fall|bridge|down|edge|river
    how hard|fast|high|deep|far|long|many id|i|ill|it|would|to ~2 have|need|takes|hit|fall|jump|drop
    waiting|wait ~3 for|until|til|till the ~3 train|dark|quiet|one|express|clear
    train|one that|who|which does|dont|doesnt not? stop
    got|went|gone|go|been ~2 as|far|to|there|up as|the|far|on ~2 roof|bridge|water|edge|railing|platform|ledge|tracks
    took|pulled|grabbed|talked|got|dragged|fetched|brought me off|down|back ~2 roof|bridge|ledge|edge|tracks|water|railing|platform
    pick|picking|picked|choose|choosing|chose ~3 beam|beams|branch|spot|tree|rafter
    the|central ~1 tree|reservation|ditch|wall|lorry|oncoming|pillar|barrier ~3 comfortable|looks|looked|tempting|inviting|hit|fast
    off the|a ~1 bridge|roof|cliff|balcony|ledge|overpass|building
    balcony|window|roof ~2 door|hatch|is ~1 open
    tower|block|multistorey stairs|top|roof|floors
  `, fixedAny),
  rule('held-peer', 'suicide', 'means-held', 1, 'has means prepared or counted', `
    counted|counting|count ~1 them|pills|tablets|meds ~1 again|out|up|all?
    lined|laid|tipped|poured ~1 them|pills|tablets|meds|it ~1 up|out|all
    enough in there|here|it|them ~1 now|to?
    got|have|theres|possess ~2 enough|sufficient ~1 now|saved|stashed|tonight
    put|putting|set|setting|kept|keeping|saving|saved|hiding|hid|hidden|tucked|stashed|squirrelled|hoarded ~3 aside|by|away|tin|drawer|shoebox|stash|some|one|part|them|back ~4 @means|each|dose|prescription|medication|tin|shoebox|drawer|every
    the|my|ma stash|supply|kit|rope|tin|blade|bottle|box|gun|noose ~1 is|in|on|under|sitting|out|ready
    gun|rifle|shotgun|pistol|rope|blade|knife|razor ~2 out|loaded|table|lap|bed|drawer|ready|edge|cabinet|beside|seat
    refilled|refill|picked ~3 prescription|prescriptions|script|meds|early
    got|have|have got everything|all ~1 i|that|ready|need|for|4
    everything is|i|im ~1 need|prepared|ready|set
    keep|kept|been|started taking|looking|opening|holding|reading ~2 bottle|label|box|pills|knife|blade|packet|rope
    options now|finally|again
    i have|now options
    its|is in|on my|ma hand|lap|palm
  `, { polarity: 'fixed' }),
  rule('prep-peer', 'suicide', 'preparation', 2, 'has left word or put things in order for after', `
    note|notes|letter|letters ~3 on|in|under|for|each|to ~2 pillow|dash|table|desk|drawer|fridge|mum|mam|mom|dad|kids|wife|husband|bed|everyone|family|her|him|them
    my|ma|the note is|on|ready|done|written
    wrote|written|writing ~1 one|a|my|the|it|letter|letters ~1 letter|letters|note ~1 each|everyone|kids|for|them
    wrote it ~6 wrote it again
    papers|affairs|will|policy|insurance|passwords|accounts|house ~1 in|are|is|on|sorted|written ~1 order|top|done|sorted|ready|list
    left ~1 key|keys|instructions|list|money|passwords|food|phone ~3 neighbour|neighbor|her|him|them|dog|cat|table|behind|kids
    dog|dogs|cat|cats|horse|horses|kids|children|animals ~3 put|fed|sorted|at|with|to|someone ~3 wont|follow|after|find|gone|till
    somebody|someone|you|please ~2 feed|tell|find|look|mind ~2 dog|cat|dogs|kids|boy|girl|mum|mam|son|daughter|da|him|her|them ~3 sorry|love|loved|gone|wis|was|after
    tell ma|my|the ~2 boy|girl|son|daughter|mam|mum|mom|da|dad|kids|wife|wean|weans|children ~3 sorry|love|loved|proud|fault
    bye|ta|farewell moots|lads|folks|youse|gang|chat
    scheduled|sending|send|recorded|filmed ~2 goodbye|video|vid|message|messages|email|post
    forgive me
    wanted|want|just one|someone|somebody|you|people|person to know i|that|im ~1 tried|loved|sorry|here|was
    didnt|dont want to|tae be alone while|when|for|as
  `, fixedAny),
  rule('taken-peer', 'overdose', 'overdose-now', 3, 'may have taken something dangerous', `
    swallowed|necked|downed|drunk|drank|took|taken|injected|eaten|ate ~2 everything|the|all|whole|hale|entire|loads|bunch|far|way|both|rest ~3 cabinet|packet|box|bottle|lot|stuff|more|tub|strip|cupboard|drawer|boxes|bottles|bathroom|blister|granny|tablets|pills
    took|taken|swallowed|injected ~2 something|sumthin|stuff ~4 should|shouldnt|know|shed|work|garage|die|sleepy|doing|now|wont
    took|taken|did|used|had|injected ~2 far|way|too more|much ~3 should|usual|meant|purpose|alone|heavy|supposed|dose
    cant|couldnt|wont|not|no|unable ~2 wake|rouse|waking|waken|wakin ~1 him|her|them|mum|mam|mom|dad
    he|she|they|hes|shes|mum|mam|mom|dad|friend|flatmate|roommate ~2 wont|not|cant|isnt wake|waking|rouse|respond|responding
    lips|face|fingers|skin|hes|shes ~3 blue|grey|gray|purple|cold
    not|barely|hardly|stopped|isnt breathing
    breathing|snoring ~1 weird|funny|slow|wrong|shallow|strange
    room|rooms|head|everything spinning|spinnin|spins ~6 took|tablets|pills|packet|taken
    cant|hard|cannae keep|stay|keepin|hold ~2 eyes|awake|phone ~1 open|awake|shut|still?
    already|have|ive|i|just ~1 done|dun it ~4 sleepy|pills|goodbye|cold|sorry|late|numb|tablets|tired|bye
    it|this|they|pills|tablets|stuff is|are|starting|started|starts ~1 starting|to work|kick|kicking|hit|working ~2 in?
    what have i done ~6 pills|tablets|took|help|swallowed
    now i dont want to die
    dont want to die ~3 please|help
  `, { who: 'any' }),
  rule('cut-peer', 'self-harm', 'self-harm-now', 2, 'has hurt themselves in the last days', `
    took|taking|take it|things|everything out on @my|me ~1 arms|legs|body|skin|thighs|self|arm|leg|stomach|hips
    did|done|doing|dun it again ~4 deeper|worse|blade|blood|arm|leg|sleeves|plaster|bandage|cleaned|scars|hide|cant|wrist|bathroom
    @my|both|the arms|arm|legs|thighs|wrists|wrist ~3 ribbons|stinging|bandaged|wrapped|bleeding|mess|ruined|shreds|lines|open|stitches
    wrapped|bandaged|covered|hiding|dressed @my ~1 wrists|wrist|arm|arms|cuts|legs|thighs
    went|gone|cut further|deeper|deep ~2 than|meant|time|before|usual
    wont|not|doesnt|isnt|cant close|stop|closing|stopping|clot ~3 bleeding|towel|blood|wound|skin|er|stitches|itself
    towel|tissue|sock ~2 round|around|over|on it|arm|wrist|cuts|leg
    long sleeves ~3 summer|hide|hot|again|cuts|scars|cover
    burnt|burned|burn|scalded ~2 @myself|my|mi|ma ~1 arm|hand|leg|skin|iron|purpose|self
    blade|blades|razor|razors|lighter ~3 back|again|hidden|case|drawer|phone|edge|found|bought|sharpener
    both wrists|arms
    wounded|injured|lacerated ~1 my|both|mysel ~1 forearms|arms|arm|wrists|hand|hands|leg
    open|opened|opening ~1 vein|veins|skin|wrist|wrists|arm
    it|red|blood ~3 out of|from my|ma|me|mi wrists|wrist|arm|arms|leg
    clean|free ~4 relapsed|broke|slipped|tonight|again|until
  `),
  rule('body-danger', 'eating-disorder', 'eating', 2, 'not eating or purging with bodily danger', `
    fainted|faint|fainting|collapsed|blackout|legs|passed ~6 food|fast|eat|eaten|burned|calories|meal|apple|water|weight|size
    throat|blood|bleeding|heart|chest|teeth|hair|period|hands ~5 purge|purging|sick|vomit|throw|chucking|eat|keep|double|crumbling|falling|blue|finish|ate
    chucking|throwing|bringing|coughing|vomiting|puking up ~1 blood
    nothing|no|not|only|just|black ~2 food|but|anything|water|coffee|apple|solid|meal ~4 #num|days|day|week|monday|tuesday|wednesday|thursday|friday|saturday|sunday|since
    #num|two|three|four|five|six|seven|eight|nine|ten days|day|weeks ~5 big|fat|cold|fast|fasting|food|eat|eaten|empty|hungry
    cant|couldnt keep|kept ~1 down|it|food|anything ~2 stop|ate|water|days|blood
    laxatives|laxative|lax
    still|too so? big|fat|huge|much|heavy ~3 mirror|cold|days|eat|food|bones|jeans
  `, fixed),
  rule('voice-peer', 'psychosis', 'command', 3, 'hears voices or powers that tell them what to do', `
    voice|voices|angel|god|devil|thing|demon|demons|radio|tv|whispers|shadow ~3 tell|tells|telling|say|says|said|saying|told|ordered|commands|instructed|calling|wants|whispers ~2 me? to|i|must|that|jump|do ~4 jump|window|hurt|harm|kill|do|river|step|knife|punish|cut|burn|end|before|drive|them|clean|die
    instructed|told|commanded|ordered by ~2 voice|voices|god|angel|spirit|them
    voices ~6 louder|worse|winning|obey|argue|arguing|listen|stop
    harder|hard to argue|resist|ignore|fight ~3 voice|voices|it|them|with|off
    voice|voices said|says|tell|say jump|cut|do|die|burn
  `, { polarity: 'fixed', who: 'self' }),
  rule('told-to', 'psychosis', 'command', 2, 'is told by something to do harm', `
    its|it|theyre|they|he|she|something is|are|was|keeps|keep? telling|tells|saying|ordering|commanding me ~2 jump|window|step|die|burn|cut|end|do|drown|knife
  `, { polarity: 'fixed', who: 'self' }),
  rule('watched-peer', 'psychosis', 'psychosis', 2, 'feels persecuted and may act on it', `
    listening|watching|recording|filming|spying|following ~2 through|in|me|us|from ~3 walls|wall|wire|vents|socket|sockets|phone|tv|fridge|van|lamp|ceiling|window
    surveillance|bugged|wiretapped|microchip|implanted|tracked|poisoned|gas|device ~4 me|my|dentist|tooth|pipe|house|head|food|water|fridge
    covered|removed|taken|taped|unscrewed|pulled|broke ~3 mirrors|sockets|cameras|vents|plugs|device|lightbulbs|router|smoke|aerial
    number|licence|license plate|plates ~3 spell|spells|spelling|code|message|mean|tell
    god|jesus|allah|angels ~2 given|gave|chosen|chose|told|calling|has ~3 job|mission|task|me|sign|plan
    neighbour|neighbours|neighbor|neighbors|them|they|people|van ~4 put|pumping|sending|reading|sends|beaming|spraying ~3 gas|thoughts|signals|rays|waves|messages|radiation|poison
  `, fixed),
  rule('throat', 'domestic-abuse', 'partner-grave', 3, 'pressure on the neck or a weapon at home: signs of grave danger', `
    squeezed|squeezes|squeezing|compresses|pressed|presses|grabbed|grabs|held|holds|grips|gripped|pinned|crushed|crushing|compressing|pressing|throttled ~3 @my|her|the|by|me|mum|mam throat|neck|windpipe
    hand|hands|arm|scarf|belt|cord|pillow|forearm|knee ~2 on|over|round|around|across|at|against ~1 my|her|me|the|mum? throat|neck|face|mouth|windpipe|trachea
    blacked|passed out ~4 throat|neck|he|choked|squeezed|hands
    thumb|finger|handprint|hand|red|bruise|bruises ~2 marks|prints|print|round|bruises ~3 neck|throat|jaw
    gun|rifle|rifles|knife|knives|shotgun|machete|crossbow ~5 table|bed|drawer|pillow|showed|cleans|cleaning|sharpens|pointed|points|counter|loaded|while|shows ~8 he|his|him|husband|boyfriend|bf|partner|wife|she|me
    he|she|husband|boyfriend|bf|partner|ex|wife|dad|stepdad ~3 showed|cleans|sharpens|loads|owns|bought|pointed|points|keeps|has|sleeps|waved|carries ~3 gun|rifle|rifles|knife|knives|shotgun|machete|pistol|hammer|axe|bat
    neither of us|we ~3 live|alive|see|survive
    if i|you leave|left|go|tell|tells|told|file|try ~5 kill|dead|bury|hunt|find|shoot|burn|hurt|die
    kill|bury|shoot|burn me|us|you|her ~2 if|before
    petrol|acid|matches|boiling ~4 me|us|threw|pour|poured|over|door|letterbox
    dragging|dragged|drags|pulling|pulls|pulled|swung ~1 me|her|mum|mom|mam by ~1 hair|neck|arm|throat
  `, fixedAny),
  rule('if-i-leave', 'domestic-abuse', 'partner-grave', 3, 'is threatened with death if they leave or tell', `
    he|hes|hell|ex|husband|boyfriend|partner|wife|girlfriend|dad|stepdad|family ~4 kill|murder|shoot|bury|stab me|us ~1 if i|we ~1 leave|left|go|tell|told|try|report|divorce
    if i|we ~1 leave|left|tell|told|report|divorce ~2 he|hes|hell|ex|husband|boyfriend|partner|wife|girlfriend|dad|stepdad|family ~3 kill|murder|shoot|bury|stab me|us
  `, fixedAny),
  rule('control-peer', 'domestic-abuse', 'partner', 2, 'is controlled or kept in by a partner or family', `
    locks|locked|locking|lock|keeps|kept|shuts me|us in|inside|indoors|out|home
    wont|doesnt|not|never|dont let|lets|allow|allows|give|letting ~1 me ~3 out|phone|money|key|keys|job|work|drive|see|leave|friends|family|sleep|passport|car|bank
    app|tracker|cameras|camera|location|phone|mileage|receipts|texts|messages|bank|card ~5 he|she|his|her|him|husband|boyfriend|partner|wife|bf|gf ~3 checks|tracks|reads|counts|knows|watches|monitors|controls|takes|tells|goes
    he|she|husband|boyfriend|partner|wife|bf|gf|ex ~3 checks|tracks|reads|counts|watches|monitors|controls|takes|hides|keeps|holds|locks|has ~2 my|me|the ~2 phone|mileage|receipts|messages|wages|money|card|passport|location|bank|keys|papers|email|clothes|app|tablets
    required|have|got|made|must|allowed to ~3 ring|call|telephone|text|report|ask|account ~4 hour|permission|him|her|every
    call|calls|called it|me ~3 love|loving|calming|joking|play|accident
    punish|punishes|punishing|punished me|us
    what ill|will happen|get|be|do ~4 late|home|finds|tell
    scared|afraid|frightened|terrified|dread|dreading ~5 key|door|car|home|steps|footsteps|comes|him|her
    face|lip|eye|rib|ribs|arm|nose|jaw ~3 broke|broken|split|black|swollen|cracked|bust|stitches ~6 he|him|husband|boyfriend|stairs|door|again|told
    told|tell|said|say ~4 walked into|fell|door|stairs|cupboard
  `, fixedAny),
  rule('child-peer', 'safeguarding-child', 'child-abuse', 2, 'a child may be unsafe now', `
    #num|two|three|four|five|six|little|small|wee|toddler|baby|infant|kids|kid|children|child|wean|twins|bairn ~3 alone|unsupervised|unattended|himself|herself|hissel|hersel|themselves|starving|hungry|freezing|barefoot|filthy
    alone|left|leaves|leaving ~4 toddler|baby|infant|kids|children|child|weans|bairn|twins ~2 alone|house|car|upstairs|night|home|bath|hours?
    toddler|baby|child|wean|bairn|kid|infant ~3 window|ledge|balcony|road|bath|stove|pavement|floor
    im|am|i #num|six|seven|eight|nine|ten|eleven|twelve ~6 alone|dont|know|scared|help|floor|stove|mum|mom|dad|he|she|drunk|hurt
    mum|mummy|mommy|mam|mom|mama|dad|daddy|da|grandma|gran|nan|cousin|brother|sister|neighbour|neighbor|aunt|uncle|father|mother|stepdad ~4 drunk|steamin|steaming|loaded|wasted|hammered|nodded|nodding|passed|stoned|incapable|using|high|bladdered|locked|langers|blootered|wrecked|fluthered|legless|out ~8 baby|wean|kids|brother|sister|twins|child|children|toddler|cot|crib|alone|bath|bairn|boy|girl|drives|daycare|school|him|her|small
    he|she|they|someone|dad|bf|uncle|coach|teacher ~2 says|said|told|tells|makes|made|its ~2 secret|dont tell|special|nobody|keep
    that|what|he|she|coach|uncle ~3 happens|does|did ~2 girls|boys|kids ~1 who|that tell
    touch|touches|touching|touched|rub|rubs|kissed|kisses ~2 me|my|her|him ~6 dont|like|bed|tell|uncle|secret|under|pants|wrong|want|stop|coach|night
    send|sent|sends|share|post|posting|posted|leak ~3 pics|photos|pictures|nudes|video ~6 tell|parents|school|everyone|friends|unless|if|share|me|money
    doesnt|dont|no|not|never ~1 feed|food|fed|heating|nappies|dinner|shoes ~4 kids|baby|us|wean|days|fridge|school|weekend
  `, fixedAny),
  rule('adult-peer', 'safeguarding-adult', 'adult-abuse', 2, 'an adult who depends on others may be harmed', `
    mum|mam|mom|dad|gran|nan|grandma|grandad|granda|father|mother|aunt|uncle|resident|residents|patient|old|elderly|client|brother|sister|neighbour ~5 bruise|bruises|bruised|tied|strapped|locked|hungry|soaked|starving|thin|sores|flinches|filthy|unwashed|slapped|dehydrated
    carer|carers|care|caregiver|nurse|staff|son|nephew|grandson|niece|daughter|tenant|guardian|agency ~5 pension|savings|bank|card|signed|house|money|benefits|inheritance|pin|cheque
    bruise|bruises|marks|cuts|sores ~4 @elder ~8 carer|carers|fell|staff|home|nurse|son|daughter|nobody|says|say
    carer|carers|nurse|staff|aide|attendant ~2 @hits @my? @elder|residents|patients|her|him
    tied|strapped|locked|tie|lock ~3 chair|bed|room|radiator|wheelchair|shed
    i|ah|ive|have|just ~2 slapped|slap|grabbed|shook|pushed|shouted|screamed|gripped|hit|hurt|snapped|roared|smacked ~3 her|him|mum|mam|mom|dad|nan|gran|grandma|mother|father|wife|husband|grandad ~10 dementia|care|carer|alzheimers|forgets|confused|bed|wet|wheelchair|stroke|again|frail|bruise|remember|old
    work|worked|working for no|free|nothing|food
    passport ~4 boss|took|keeps|has|kept|hold
    cant|not|wont ~2 leave|go|allowed ~4 boss|house|owe|debt|passport|farm|salon
    my support worker|carer|helper ~5 money|touches|touched|shouts|calls|hits|leaves
  `, fixedAny),
  rule('harm-peer', 'harm-to-others', 'violence', 2, 'may be about to hurt somebody', `
    hes|shes|he|she|they|theyre not|isnt|aint going|goin|coming|leaving|walking home|out|away ~1 tonight|alive
    finish|finishing|end with? him|her|them for|tonight|good|off|once
    waiting|parked|outside|sitting|sat|street ~6 knife|gun|hammer|bat|machete|crowbar
    parked|waiting ~2 outside ~3 house|work|his|her|flat|office ~8 comes|out|pay|home|tonight
    put|got|have|took|bought|brought|hid|grabbed ~2 knife|knives|hammer|bat|machete|gun|axe|petrol|crowbar ~4 bag|pocket|him|her|outside|them
    see|seeing|saw red ~6 someone|hurt|him|her|next|badly|punch|hit|kill
    swing|swinging|swung|snap|snapping|lose|losing|lost ~2 red|it|control|at|first|him|her ~4 someone|hurt|him|her|next|badly|punch|hit|kill
    one of|more|next us|them|time|word ~5 kill|dead|swing|hurt|hospital|swinging|die
    neither|either|both of us|them ~4 carry|live|on|alive|get
    they|he|she|theyll|hell|shell ~1 will|gonna|going ~2 pay|regret|sorry|know|learn|remember ~2 me|it|this|name?
    i want|wanna him|her|them ~1 dead|gone|suffer|hurt|bleed
    dream|dreaming|fantasise|fantasising|imagine|imagining|picture|think|thinking ~3 hurting|killing|stabbing|choking|pushing|running ~2 him|her|them|people|someone|over
  `, fixedAny),
  rule('substance-peer', 'substance', 'substance', 1, 'struggles with alcohol, drugs or gambling', `
    back on|using|at ~1 ket|gear|drink|bottle|it|weed|coke|benzos|booze|oxys|pills|ice|meth|speed|smack|vodka|xans
    first drink|sip|hit|line|bet|pint|glass|slip
    since|until|before|hours|days|hour|without ~3 last drink|hit|fix|bet|dose|line
    sponsor|rehab|detox|methadone|subutex
    moved|back in|on with|the ~1 bottle|drink|sauce|wagon
    fell|off the wagon
    bottle|litre|bottles|liter|pints|cans ~2 vodka|wine|whisky|whiskey|gin|rum|cider|beer|spirits ~2 day|night|daily|morning|evening
    two|three|four|five|#num bottles|cans|litres|grams|pints ~2 night|day|a
    lost|blew|gambled|bet|staked ~3 wages|house|rent|money|savings|slots|roulette|bookies|casino|everything
    pissing|peeing|coughing blood
    helping|helped|help myself to ~3 wastage|meds|cupboard|ward|stock
    i|just|ive|and used alone|again|tonight
    sweating|sweats|shakes|shaking|tremors ~4 drink|drinking|sheets|hours|withdrawal|last|hands
  `, fixed),
  rule('withdrawal-peer', 'substance', 'substance', 2, 'withdrawal with bodily danger', `
    stopped|quit|stop|off|last ~5 drinking|drink|bottles|vodka|benzos|valium|xanax|alcohol ~10 seeing|hearing|spiders|wallpaper|fit|seizure|shaking|tongue|confused|sweating|crawling|heart|hallway|someone|picking
    had a ~1 fit|seizure
    seeing|see ~3 spiders|bugs|insects|ants|rats|wallpaper|crawling ~8 drink|stopped|bottle|curtains|walls|bed|drinking|floor
  `, fixed),
  rule('cold-turkey', 'substance', 'substance', 1, 'stops from one day to the next', `
    cold turkey
  `, fixed),
  rule('distress-peer', 'distress', 'distress', 1, 'is worn down', `
    cant|cannot|cannae|couldnt|dont get|face|leave|stop|sleep|do|keep|remember|feel ~2 up|bed|out|shower|house|people|crying|anything|mirror|pretending|work
    in bed|the dark|floor|carpet|bathroom ~2 all|for|days|since|crying|again|weeks
    stopped|stop|quit ~1 answering|opening|going|eating|washing|seeing|replying|caring|bothering
    havent|not|hasnt ~1 slept|showered|washed|eaten|left|been ~3 days|weeks|since|house|out|night|bed
    dont|cant recognise|recognize @myself|me
    everything|it|world|all feels|is|just|seems ~2 too|grey|gray|heavy|pointless|nothing|flat|far|wrong|much
    nobody|noone|no ~2 asks|asked|notices|noticed|knows|know|listens|comes|texts|rings|calls|checks
    miss|missing him|her|them|my|mum|mam|mom|dad|husband|wife|baby ~3 much|every|hurts|cant|bad|still
    keep|keeps|kept ~1 crying|shaking|replaying|thinking|seeing|waking|hearing
    lost my|the ~2 job|house|home|baby|wife|husband|mum|mam|mom|dad|licence|kids|custody
    left|dumped|cheated|ghosted ~1 me|on
    dont know who|what|how|where ~4 anymore|do|am|cope|turn|else
    im|am|feel|feels|feeling|slowly|keep|like ~1 drowning|sinking|suffocating|spiralling|spiraling|unravelling|unraveling|crumbling
    burnt|burned out
    lonely|isolated|invisible|ashamed|humiliated|terrified|dreading|dread|panicking|shaking
    failed|failing|failure
    bullied|picked|laughed|laughing|excluded|mocked ~3 me|at|on|school|class
  `, fixed),
]
