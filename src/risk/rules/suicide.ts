/** Suicide: the specificity ladder in C-SSRS order, then the signs around it. */
import { rule, type Rule } from './types'

const fixed = { polarity: 'fixed' } as const

export const suicideRules: Rule[] = [
  rule('wish', 'suicide', 'wish', 2, 'says they want to be dead', `
    @want @to? @intens? @be? @die
    @want i|me? to @be? @intens? @die
    wish|wished|wishing @I? was|were|am|had|could|would|wz @be? @intens? @die
    wish|wished|wishing @I? just|only @die
    wish|wished @I @die
    @I @die wan|waan|wanna
    better|easier off? if? @I @be? was|were|be @die
    better|best off @die
    rather @be? @die
    id|would rather @be? @die
    wish it was|were me who|that died
    wish it was|were|would all over|end|stop
    let me @intens? die
    kill me please|now|someone|already
    please|someone|somebody kill me
    why @cant @I @intens? @die
    why shouldnt|dont|should|havent @I @intens? die|@killself
    @death sounds|feels|seems|looks @intens? peaceful|better|nice|easy|easier|appealing|tempting|inviting
    ends|end|over|stop|stops ~3 me|i dead|die|dying|gone
    why am i still alive|here|breathing
    look|looking forward to dying|death
    wouldnt|dont mind|care if @I? died|dying|die|dead
    dont care if i live or die
    if i died|die|disappeared tonight|tomorrow ~3 nobody|noone|no|fine|relief|ok|okay|better
    hope|pray|wish|praying|hoping ~5 never|dont|not wake|waking up?
    hope|pray|wish|praying|hoping i die|died
    want|wanna|wish @to? be gone|dead|nothing
    crave|craving|welcome|embrace|fantasise|fantasize|fantasising|fantasizing|daydream|daydreaming about? @death|dying
    tired|sick of being|bein|staying|be alive
    tired|sick|done|fed of|with|wi|up living|life|existing|breathing|livin
    tired of being here anymore
    @die sounds|feels|seems|looks better|nice|peaceful|good|easier|appealing|like
    @death would be a? relief|release|mercy|easier|better|blessing|peace|kinder
    longing|ache|aching|yearn for death|oblivion
    sleep|slip|drift forever|away and? never? wake?
    go to sleep and|an never|not wake
    sleep|asleep and|n|an never|not|no wake|waking up?
    too late for me now|anymore|already
    too late to save|help|stop|fix me
    fall asleep and not|never wake
    want|wanna @to? sleep forever
    make i die
    wan|want|waan die|dead
    rather not be|exist alive|here|exist
    want|wish|need|wanna out of this life|world
    take me away|out lord|god|please
    i should|shud|ought|deserve @to? @be? @die
    deserve to die
    shouldnt be|exist alive|here|exist|breathing
    shouldnt have been born
    wish|wished i|id was|were|had|wasnt never been? born
    wish|wished i|id|ive wasnt|hadnt|werent been? born|here|alive
    death wish
    ready to go|die|leave this? world|earth|life|home?
    why im|i|am ~1 still alive|here|breathing|living|around
    world|everyone|they|theyd|youd|yous|kids|family|all ~3 better|happier off? ~1 without me
  `),
  rule('no-life', 'suicide', 'wish', 2, 'says they do not want to go on living', `
    @neg @intens? @want @to? @be? @alive @anymore?
    @neg ~2 @want @to? @be? @alive
    @dont @intens? @want|see @to? @intens? @be @alive
    @dont @want @to? @intens? live|exist|wake|carry|continue|survive
    @neg @want @to? wake up
    @want @to? not|never @to? @be? @alive|exist|wake
    @dont feel like living|existing|being
    @cant @intens? @to? be|go|keep|carry|do on? with|in? this? life|living|on|here|alive
    @cant @intens? go|carry on|oan
    @cant @intens? keep going|living|doing|fighting
    @cant @intens? do this life|anymore|any|nae
    @cant @intens? take|do|handle|face|bear|live|stand it|this|life|living|another anymore|any|longer|day|more
    @cant @intens? take it|this @intens? anymore|any|longer
    @cant @intens? face|do|live another day|morning
    @cant live anymore|like|with
    no|not longer|anymore @intens? @want @to? @be? @alive|live
    no|nae|nuh|never @want @to? @be? alive|live|living|exist|dey
    not meant|supposed|built|made @to be|live|exist here?|alive|life
    no point|reason|purpose|use @to? in|of|for|be? living|being|live|alive|going|carrying|continuing|life|existing|stay|staying|keep
    no will|desire|strength|reason|energy @to? live|go|carry|continue|exist
    lost|losing the|my|all will|reason|wish to live|exist
    nothing left? to|worth live|living for?
    life isnt|is|not|aint|nah|nae|no ~1 worth living|it
    isnt|not|nah|nae|aint|hardly worth living
    cba|arsed|bothered ~1 with|wi|to ~1 life|living|live|existing
    over|done with? life|living|existing|being alive?
    life has|got no point|meaning|purpose
    isnt|not|aint worth living
    what|whats is|the|s point|use|reason of|in living|being|life|going|carrying|staying|existing
    done with|wi this? life|living|everything|world
    given|giving|gave up on? life|living|everything
    want|wanna stop existing|living|being|breathing
    stop|quit existing|breathing
    better if i|me ~1 wasnt|werent|didnt|never|disappeared around|here|exist|born|alive|existed?
    no here no|any|nae more
    @dont see|know|understand|get why ~2 should|keep|stay|still|bother ~2 living|alive|live|exist|going|here
    out of reasons to? stay|live|be|keep|carry|go
    no|any reason|reasons not to ~1 do it|this|end|die
    want|waan @to? be|live|dey nowhere
    im|am|are fed up of|with being alive
    no longer ~1 see|find|have|feel ~1 reason|point|purpose|meaning
    @goingto|@nowword ~6 not|never wake|waking up
    will|desire @to live|exist ~2 gone|left|died|vanished|faded
    wouldnt|wudnt miss me
    would not|never miss me
    world|they|nobody|noone|everyone ~1 wont miss me
    way|option|choice|answer|solution|future ~3 except|than|but|besides suicide|death|dying
    hate|hating|loathe|despise|regret being|bein alive
    @dont deserve @to? @be? @alive
    wouldnt|dont|didnt mind|object|complain ~1 dying|dead|death
    if i got|was|get|were hit|run|struck|flattened ~3 bus|car|lorry|truck|train|tram
    better|happier|fine off if i|me wasnt|werent|didnt|disappeared|vanished around|here|exist|alive?
    @dont think|believe|know|reckon|see|feel i|how|that|if ~1 can|will|could|ill|want|should @to? stay|be|keep|go|live|make|survive|carry|last ~1 alive|going|living|on|here|myself|another|much|until|past
    @cant|dont see|imagine|picture @myself living|lasting|making|surviving|alive past|beyond|through|much|another|until|till|after
  `, fixed),
  rule('thoughts', 'suicide', 'thoughts', 2, 'tells of thoughts of suicide', `
    @suicidal
    @suicide thoughts|thought|thinking|ideas|feelings|plan|plans|urges
    @suicidal thoughts|ideation|feelings|urges|again
    thoughts|thinking|thought|think|thinkin ~2 of|about|bout|on @intens? @suicide|ending|unaliving|killing|dying|death|kms|offing|topping
    thoughts|thinking|thought|think|considering|contemplating|consider|contemplated|contemplate|considered|obsessed|fantasise|fantasising|fantasizing|imagining|imagine|picturing ~3 @killself|end @myself
    thoughts|thinking|think|considering|contemplating|contemplate|consider|considered|contemplated ~2 ending @my? life|it|things|everything
    contemplating|considering|contemplate|consider|contemplated|considered @suicide
    @suicide is|seems|feels|looks|as the? only|my|an|best|easier option|way|answer|solution|out|like|tempting|appealing
    @suicide|death|dying ~2 on|in|crosses|crossed|filling @my mind|head|thoughts
    feel|feeling|feelin|felt like @killself|end @myself
    feel|feeling|feelin like dying|suicide|ending ~3
    feel|feeling|feelin unalive|suicidal|unaliving
    dark|intrusive|bad thoughts|place ~4 end|ending|suicide|dying|die|kill|live|living
    si|sui ideation|thoughts|urges
    passive|active si|ideation
    think|thinking|thought|thoughts ~4 not being|existing|waking here|around|alive|up
    think|thinking|thought about ~1 is|was dying|death|suicide|ending|killing
    close|closer|verge|brink|inches to|of|from ~1 ending|killing|finishing it|@my|everything|things|myself
    close|closer|verge|brink to|of suicide
    urge|urges|temptation|tempted|impulse @to? @killself|end|jump|die|crash|overdose
  `),
  rule('kill-self', 'suicide', 'thoughts', 2, 'speaks of killing themselves', `
    @want|need @to? @intens? @killself @myself
    @killself @myself
    @want @to? @intens? unalive|kms|ctb
    kms
    un alive @myself?
    ctb
    catch the bus
    self delete|deletion|exit
    commit|committing|commiting|comit|do|doing|attempt @suicide
    commit|committing unalive|sewerslide
    sewer|sewers slide
    @goingto|@want @to? ~1 @suicide
    take|taking|tek|taking @my own life
    take @my life
    end|ending|finish @my own? life|existence|suffering
    @want @to? @intens? end|finish it|this|everything|things|@lifeword all?
    end it|this all|forever|tonight|now|soon
    want|wanna|just|gonna|going|finna|could|should @to? @intens? end|ending it|things|everything all?
    do @myself in
    do away with @myself
    make an end of|to @myself
    put an end to it|my|everything|myself
    put @myself down
    off @myself
    blow @my|mi brains|head
    slit|slitting @my wrists|throat|wrist|veins
    hang @myself
    step|jump|walk|throw|lie|jumping|throwing|stepping @myself? off|infront|in|under|into|onto front? of? a|the|my|some? @bridge
    drive|crash|driving|crashing ~3 into|off a|the|some|oncoming tree|wall|bridge|cliff|lorry|truck|traffic|river
    wan|want|wanna kill @myself
  `),
  rule('intent', 'suicide', 'intent', 2, 'tells of an intention to act', `
    @goingto @to? @intens? @killself @myself
    @goingto @to? @intens? end it|my|this|everything|things|@lifeword
    @goingto @to? @intens? commit @suicide
    @goingto @to? @intens? take @my own? life
    @goingto @to? @intens? unalive|kms|ctb|overdose|od
    gonna|going|gunna|finna|planning|decided|want @to? @intens? die ~2 @nowword|soon
    gonna|bout|bouta|finna|ready|about @to? jump
    going|gonna|about|bouta @to? jump ~3 @bridge|@nowword
    about to ~1 @killself @myself
    about to overdose|od|end|do|unalive ~2 it|all|myself|now|tonight|everything|life?
    made up @my mind ~4 die|end|go|suicide|kill|do
    decided|decision ~3 die|suicide|end|kill|dying
    @goingto @to? @intens? do|dae it|something|summat @nowword
    @goingto @to? @intens? do it this time|@nowword
    doing|ending it @nowword
    wont|wouldnt|never ~3 be|see|make|wake alive|morning|tomorrow|christmas|birthday|weekend|here|another ~3 @nowword|anymore|any|week|year|christmas|birthday
    wont|not going|gonna to? be|make here|it through|by|for|past|to the? tonight|night|tomorrow|morning|weekend|christmas|monday|week|year
    not going|gonna|goin to? be alive|around|here much? longer|tomorrow|anymore|by|when
    wont be alive|around|here much? longer|tomorrow|anymore|by|when|for|after
    last|final|my night|day|hours on|alive|earth
    tonight|today is|will|its be? the|my night|last|day|end|time|final
    this is it|goodbye ~2 @nowword
    going through with it
    nobody|noone|nothing|you|they|cant|wont ~1 stop|stopping|talk|keep|prevent me|us out|from? ~1 ending|killing|dying|doing|jumping|finishing
    @cant|dont|wont promise ~4 safe|tomorrow|tonight|myself|be|anything
    go|going|gonna through with it
    im|am|going ready to go|die ~3 @nowword
    @nowword i|im|ill|will|am|gonna @will? @to? die|end|kill
    i|im will|gonna not? be gone|dead by|before|soon|tomorrow|tonight
    ill|will be gone|dead by|before|soon|tomorrow|tonight|when
  `),
  rule('time-chosen', 'suicide', 'now', 0, 'speaks of a time that is decided', `
    decided|decision|deciding|chosen|chose|settled|certain|ready|made|set ~6 @nowword
    it|this|that will|has be|happen|end|to ~2 @nowword
    @nowword is|will when|the|be|my|it
    it is|its|be @immed
    have|got|set|picked|chose|chosen a|the|my date|day|hour|night
    im|ill|gonna|going|will|am ~1 taking|take|using|use|swallowing|swallow them|it|all|these ~2 @nowword
  `),
  rule('method', 'suicide', 'method', 2, 'thinks about a way to do it', `
    ways|way|how|methods|method @to @intens? @killself @myself
    ways|way|how|methods|method|painless|easiest|quickest|best ~2 @to die|end|suicide|overdose|od|ctb|unalive
    how many @means ~3 kill|die|fatal|lethal|overdose|enough|death|od
    how many @means ~2 takes
    how many|much ~3 @means it|id|i|that would|need|takes|take ~1 take|need|end
    @bridge ~4 imagining|imagine|picturing|picture|fantasising|daydreaming ~2 it|jumping|letting|going|over|off
    meet my maker|creator
    how much ~2 @means ~3 kill|die|fatal|lethal|overdose|enough|death|od
    painless|easiest|quickest|quick ~1 death|method|suicide|exit
    painless|easiest|quickest way ~2 die|end|out|go|kill
    suicide|death method|methods|options
    googling|googled|searching|researching|researched|searched|looking|looked|reading ~4 suicide|die|overdose|methods|kill|lethal
    lethal|fatal dose|amount|overdose
    if i @intens? jumped|drove|stepped|walked|crashed|swerved|fell|threw ~5 train|bus|traffic|bridge|lorry|cliff|roof|tracks
    thinking|think|thoughts|thought|imagine|picturing ~2 jump|jumping|overdosing|overdose|hanging|od|drowning|stepping|driving|crashing|cutting
    could|might|should just? jump|overdose|od|hang
    take|taking|swallow|swallowing|neck|down all|every|loads|a|the|too ~3 @pills
    take|taking|neck|swallow all|the ~1 lot
    want|wanna|need|tempted @to? od|overdose|drown
  `),
  rule('other-burden', 'suicide', 'burden', 2, 'somebody else thinks others would be better off without them', `
    @friend|@he ~2 says|said|saying|thinks|thought|keeps|insists|convinced|told|feels ~6 better|easier|happier off? without @him
  `, { polarity: 'fixed', who: 'other' }),
  rule('perch', 'suicide', 'method', 2, 'writes from a roof or a ledge', `
    standing|sitting|stood|sat on|at|near|by the|a|this ledge|roof|parapet|rooftop
  `),
  rule('plan', 'suicide', 'plan', 3, 'has a plan with means, time or place', `
    have|got|made|worked|has a|my|the|out plan|date|method ~4 kill|die|suicide|end|it|myself|out
    have|got|made a|the plan @to
    suicide plan|date
    @my plan is|was? ~1 @to ~1 overdose|od|die|jump|hang|drown|kill|end|step|shoot
    planned|planning|plan it all? out|everything|all|for ~3 @nowword|detail|properly
    set|picked|chosen|chose a date|day|time|place|spot
    planned|planning @my own? suicide|death|funeral|exit
    know ~1 how|when|where|exactly i|id|ill|im|ima ~3 do|die|end|kill it|this|myself|things|everything?
    know exactly how|when|where ~2 i|ill|id|im ~3 do|die|end|jump|kill|go
    @goingto ~4 @killself @myself ~3 @nowword
    @nowword ~5 @goingto @to? @killself @myself
    @goingto @to? ~1 overdose|od|jump|hang|drown ~3 @nowword
    @goingto @to? take|swallow|neck|down all|every|these|them|the|a ~4 @pills
    @goingto @to? take|swallow|down|neck all|them|the of? them|lot
    @goingto ~2 jump|step|walk|lie ~3 @bridge
    @goingto ~2 use|drink|shoot|load ~3 @means
    end|ending it|my|everything ~2 @nowword
  `),
  rule('means-held', 'suicide', 'means-held', 1, 'has means within reach', `
    @have ~3 @means ~3 ready|here|hidden|beside|next|by|under|bedside|drawer|saved|stashed|hand|waiting|up|put|away|side|wardrobe|set|near|loaded|prepared|stored
    @means ~3 is|are|sitting|right|here|all ready|here|beside|next|by|bed|bedside|drawer|waiting|hand|front|lined|looking|loaded
    @means ~2 next|beside|by|under|near to? @my|me bed|pillow|side|me|drawer
    @means in|into|at @my hand|hands|mouth|head|drawer|bag|pocket|bedside|wrist|throat
    @have ~2 enough @means
    enough @means ~4 @to
    stockpiled|stockpiling|hoarding|hoarded|collecting|saving|saved|stashed|stashing|hiding|hidden|collected ~4 @means
    bought|ordered|picked|got|have what i|ill ~1 need
    bought|ordered|got|buying|found ~3 rope|noose|gun|blade|blades|razor|razors|bleach|helium|ligature|pistol|shotgun|charcoal|poison
    bottle|box|packet|stash|pile|load|bag|pack|strip|jar of @means ~3 here|bed|ready|beside|next|front|me|by|table|hand|waiting|drawer|bedside
    got|have|have|holding|hold|holding|staring|looking ~2 @means ~3 @nowword|@I
    holding|staring|looking|gripping|clutching at? ~2 @means
    tied|made|tying|making|set ~2 noose|rope|ligature|knot
    @have ~1 access to|2 a? @means
    the|my|these @means are|is calling|tempting|ready|here|waiting|next|beside
    got|have the|my|all|some|these|loads|enough ~2 @means
  `, { polarity: 'death' }),
  rule('edge', 'suicide', 'place', 2, 'writes from the edge of a dangerous place', `
    on|at|near|by|over the|a ~1 edge|ledge|parapet|railing|railings of|and|now|looking|on ~3 @bridge|water|tracks|drop
    im|am|sitting|standing|stood|sat|here ~2 on|at|near a|the|this ledge|edge|parapet
    @I|sitting|standing|stood|sat|here|am ~3 on|top|at|off the|a|of|this|some|top ~2 bridge|cliff|roof|rooftop|ledge|tracks|cliffs|parapet|multistorey ~6 jump|end|die|goodbye|bye|peace|cold|down|water|drop|alone|cars|below|wind|done|edge|over
    looking|staring|look down|over|at ~2 water|tracks|drop|edge|bottom ~4 bridge|jump|die|end|easy|peaceful|calling
    wrong|other side of the? railing|railings|barrier|fence|parapet
    walked|drove|driving|walking|went|came|heading|headed|gone|climbed to|up|onto|out|on ~2 bridge|cliff|roof|tracks|rooftop|cliffs|ledge ~6 jump|end|die|goodbye|do|bye|alone|tonight|over
  `),
  rule('place', 'suicide', 'place', 1, 'writes from a place that can be dangerous', `
    im|am|sitting|standing|stood|sat|parked|here|currently ~3 on|at|near|by|under|to|top|this ~3 bridge|cliff|roof|rooftop|ledge|tracks|railway|cliffs|multistorey|balcony|parapet
  `),
  rule('preparation', 'suicide', 'preparation', 2, 'is preparing or putting things in order', `
    wrote|written|writing|write|finished|left|leaving|rewriting ~3 note|notes|letter|letters ~3 family|goodbye|suicide|kids|everyone|mum|mom|them|bed|find|desk|read|gone|behind|loved|parents|children
    wrote|written|writing|write|finished|left|rewriting|done @my|a|the note|goodbye|suicide|will
    suicide|goodbye|farewell note|notes|letter|letters|message|video
    giving|gave|given|give|giveaway away|out ~3 my|all|everything|things|stuff|possessions|belongings|pets|clothes
    giving|gave|given|give my|all ~3 away
    found|finding ~2 home|homes for @my ~1 dog|cat|dogs|cats|pets|pet
    put|putting|getting|got|sorted|sorting @my affairs|everything|things ~1 in|sorted order?
    made|written|updated|sorted @my will|funeral|insurance
    password|passwords ~4 gone|find|need|after
    said|saying|say @my|all|our goodbyes|goodbye|byes
    tested|practised|practiced|rehearsed|tried ~3 noose|rope|knot|belt|ligature
    look|looking after @my dog|cat|kids|children|pets|mum ~3 gone|go
    who|someone will|take ~2 care|look ~2 kids|cat|dog|children|pet|pets ~3 gone|when
    paid|cancelled|canceled|deleted ~3 accounts|bills|everything|debts ~4 gone|worry|ready|burden|deal
  `),
  rule('interrupted', 'suicide', 'interrupted', 3, 'was about to act and stopped or was stopped', `
    had|put|held ~3 gun|knife|blade|rope|noose|belt|pills|razor ~3 head|mouth|throat|neck|wrist|hand ~6 stopped|couldnt|someone|but|walked|interrupted|chickened|put
    nearly|almost|nealy @intens? killed|hanged|hung|jumped|overdosed|ended|drowned @myself|it?
    nearly|almost did it ~4 @nowword|last|night|yesterday|morning
    nearly|almost jumped
    someone|somebody|police|stranger|friend|they|he|she|mum|mom|dad ~2 stopped|pulled|found|talked|cut me|down ~5 bridge|ledge|tracks|noose|edge|jump|jumping|rope|pills|time
    stopped|stopping|talked @myself ~4 jumping|jump|pills|edge|bridge|last
    couldnt go through with it
    chickened|backed out|off
    rope|branch|belt snapped|broke|gave
  `, fixed),
  rule('attempt-now', 'suicide', 'attempt', 3, 'an attempt may be in progress', `
    just|already|have|ive|now|i|weve @intens? @took|taken ~4 overdose|od
    @took ~2 an? overdose|od
    just|already|have|ive|now overdosed|oded
    ive|i|just|have|already|av @intens? @took ~1 all|every|whole|entire|loads|lots|too|bunch|handful|bottle|box|packet|whole|pack|#num|heaps|massive|enough|most|load|the|extremely|huge|large|dozens|twenty|thirty|forty|fifty|hundred ~5 @pills
    @took all|every|whole|entire|loads|lots|too|heaps|massive|#num|enough|twenty|thirty|forty|fifty|sixty|huge ~3 @pills
    @took a|the|an ~3 whole|load|lot|handful|bottle|box|packet|pack|bunch|high|huge|large|massive|excessive|strip|lethal|fatal ~3 @pills
    @took way? too many ~3 @pills|@nowword|feel|sleepy|lol|help
    @took them all|already
    @took ~1 all of? them|it
    @took everything in|i the|had house|cabinet|cupboard|left?
    all the|my @pills ~2 gone|taken|swallowed|down|inside
    drank|drunk|drinking|drink|swallowed ~3 bleach|antifreeze|poison|weedkiller|drain|detergent
    @cutv|slit|opened @my|both|me wrists|wrist|throat|veins|vein|arteries
    wrists|wrist ~3 cut|slit|slashed|open|bleeding|sliced
    bleeding|blood ~5 stop|everywhere|wrist|wrists|bath|cut|floor
    cut|gone too deep
    wont|not|cant|isnt stop|stopping bleeding
    jumped|jumping off|from ~2 bridge|roof|cliff|ledge|building|balcony|window|train
    jumping now|tonight
    im|am|already|about|boutta|bout to? jump|jumping now|off|today|tonight|from?
    noose|rope|belt|cord is|round|around|already|on ~2 neck
    round|around @my neck
    hanging @myself now|tonight
    killing @myself now|tonight|rn|today
    doing it now|rn
    its|is too late|done ~4 goodbye|bye|pills|love|took|sorry|taken
    getting|feeling|feel|im|going|gone so? sleepy|drowsy|dizzy|numb|tired|cold ~6 pills|tablets|took|taken|overdose|goodbye|bye
    waiting|wait for|to|them ~4 kick|pills|tablets|pass|work|die|train|end
    gun|knife|blade|razor|pistol ~2 to|at|against|in|on @my head|throat|wrist|wrists|neck|mouth|temple|chest|arm
    i have just? attempted|tried suicide|@nowword
    attempting suicide ~2 now|rn|tonight
    tried to @killself @myself ~3 today|tonight|yesterday|earlier|morning|last|just|again|hour|now
    just|today|tonight|yesterday|earlier|hour tried|attempted ~2 @killself|suicide|end|overdose|die
    started to? already|taking ~3 @pills
    load|overdose|bellyful of @pills ~3 me|inside|taken|after
    after taking ~3 load|loads|overdose|lot|all|box|packet ~2 @pills
  `),
  rule('past-attempt', 'suicide', 'past-attempt', 1, 'tells of an earlier attempt', `
    tried|attempted|try|trying|attempting @to? @intens? @killself @myself
    tried|attempted to @intens? die|end|overdose|od|jump|commit|take
    attempted|attempt|attempts|tried|trying ~1 @suicide
    @suicide attempt|attempts|attempted
    my|first|second|third|last|failed|previous|another attempt|attempts
    overdosed|oded
    survived ~2 suicide|attempt|overdose|hanging|jump
    hanged|hung|shot|drowned|stabbed|poisoned @myself
    failed at|to ~2 suicide|dying|kill|die
    woke up in hospital|icu|er|ae
    stomach pumped
    sectioned|hospitalised|hospitalized|5150|committed|inpatient
  `),
  rule('farewell', 'suicide', 'farewell', 2, 'reads like a farewell', `
    goodbye everyone|everybody|all|world|cruel|forever|friends|my|guys
    goodbye and|n sorry|thank|thanks|take|love
    this|so|guess|it is|its|tis|this goodbye
    wont|not|never hear|hearing|see|seeing from? me again|anymore
    bye everyone|everybody|all|world|forever
    this is|its|tis|here|guess @my|the|a|goodbye final|last|goodbye|end|note|farewell post|message|goodbye|words?
    @my last|final post|message|words|goodbye|letter|note
    last|final post|message|words|goodbye ever|here|from?
    wont|not|never|dont be|gonna|hear|see|going ~2 posting|writing|back|me|again|here ~2 again|anymore|any|ever
    tell @my|mum|her|him|them ~3 love|loved|sorry|goodbye
    tell|telling them|everyone|him|her|mum|family|kids i loved|love|sorry|tried
    thank|thanks you? for|all everything|trying|being ~4 goodbye|peace|go|gone|over|bye|last
    when|once|after|wen im|i|am|ive gone|dead|died|passed
    by the time ~3 read|reading|see|seeing|find
    remember|forgive me ~3 gone|all|when|fondly|please|pls
    please|pls forgive me
    @nowword ~4 wont|wouldnt|not have|need to ~1 worry|bother|deal|fuss|care ~2 me
    be|join|see|meet|joining|with ~4 in|up heaven|paradise ~3 @nowword
    @nowword ~6 be|join|see|meet|joining|with ~4 in|up heaven|paradise
    forgive me for|everyone
    sorry for|to everything|everyone|all|mum|leaving|what|family ~5 goodbye|bye|peace|gone|go|over|love
    im|am|is sorry ~4 goodbye|bye|cant
    found|at|finally|have|made ~1 peace ~4 goodbye|bye|decision|over|go|gone|ready|tonight
    see you|u on|in the other|another|next side|life|heaven
    see ya|you|u on the other
    time for|to me|go|say ~2 go|leave|goodbye
    its|it|is my|is time ~1 go|now
    gone by|before tomorrow|morning|tonight|weekend|christmas|then
    take care of|each|yourselves everyone|each|my|other|yourselves ~5 goodbye|gone|bye
    wont|wouldnt|not have|need to|bother|worry|trouble ~3 about|bother|with me ~2 anymore|longer|again|soon
    wont be a? problem|burden|bother ~2 anymore|longer|soon
    peace|peaceful|quiet|rest at last|soon|tonight|finally
    be|being|going|go|join|joining|see|seeing with|to|home ~2 mum|mom|dad|son|daughter|baby|nan|him|her|them|jesus|god|lord ~2 soon|tonight|again|heaven
  `, { who: 'self' }),
  rule('burden', 'suicide', 'burden', 1, 'feels a burden to others', `
    burden to|on|for|everyone|them|my
    a|such|just|only|nothing|huge burden
    everyone|everybody|they|world|family|people|kids|friends|youd|all|mum|she|he ~3 be|is|are|life ~1 better|happier|easier|fine|relieved off? without|if|when me|i|im|ive|my|id
    better|happier|fine off? without me
    better off if|when i
    nobody|noone|no|none ~3 miss|notice|care|cares|mourn|bothered|cry|bat ~2 me|if|gone|eyelid|died|die|about|funeral
    no one would|will|wud even? notice|miss|care
    waste of space|oxygen|air|life|money
    take|taking up space
    all i do is ~1 hurt|disappoint|ruin
    just|only drag|dragging|bring|bringing everyone|people|them|you down
  `),
  rule('trapped', 'suicide', 'trapped', 1, 'feels trapped', `
    no|nae way|other|escape out|option|choice|exit
    no escape
    trapped
    nowhere|nothing|no to|left else? turn|go|run
    cant escape|see|find ~2 way|out|light|future ~1 out|through|this|me|anymore
    only|one way out|left
    stuck in|here forever|hell
    nothing else left
    out of options
  `, fixed),
  rule('pain', 'suicide', 'pain', 1, 'tells of pain that cannot be borne', `
    @cant|dont ~2 take|bear|stand|handle|cope|endure|want|stop the|this|with|it ~1 pain|hurt|hurting|agony|suffering|anymore|any|longer
    pain|hurts|suffering|agony|hurt ~2 too|so|unbearable|never|wont much|bad|stop|stops|ends|end|bear
    unbearable|agony|torment|tortured|excruciating
    make|want|wish|need|just it|the|this|pain ~2 stop|end|go
    @cant cope|breathe|function|go|handle|manage|deal ~2 anymore|any|longer|this|with|life
    @cant do this
    @cant do it anymore|any|no
    @cant take this|it|much
    exhausted|tired|weary|sick of fighting|everything|pretending|hurting|trying|it|feeling|living|being
  `, fixed),
  rule('calm', 'suicide', 'calm', 1, 'sudden calm after distress', `
    finally|suddenly|strangely|weirdly|oddly|at feel|feeling|found|am|im|peace|at|peaceful|calm ~2 peace|calm|peaceful|relieved|free|ready
    at peace with|now ~2 decision|it|this|leaving|going|dying
    made|come ~2 peace with
    feel|feeling calm|peaceful|lighter ~3 decided|decision|plan
  `),
  rule('hopeless', 'suicide', 'hopeless', 1, 'has lost hope', `
    hopeless|hopelessness
    no|lost|losing|without|zero|nae ~1 hope|future
    nothing|never|wont|isnt ~2 get|getting|gets|going|ever better|improve|change
    not|never ~1 getting|gets|get|gonna|going ~1 better|improve|change
    nothing matters|helps|works|left|changes
    nothing will|is|ever|gonna ~2 change|help|better|matter|work
    never going|gonna|be|get|gets|getting ~2 happy|better|ok|okay|normal|loved
    whats|what|no is? the? point
    see|seeing no|the point
    seems|feels|is|all|life|im ~1 pointless
    pointless|worthless|meaningless|purposeless
    dont|cant|no see ~3 future|point|tomorrow|reason
    given|gave|giving up
    want|wanna|ready|going|gonna|about|might @to? give up
    theres|is|got nothing left|more
    @cant|dont go|want|keep|wanna ~2 on anymore|any|like|longer
    what have i got|to live|left
    running|ran out of hope|reasons|time|fight
    hate|loathe|despise|detest @my? life|being|@myself|existing|living|waking
    hate|hating @myself
    done|finished with everything|it|everyone|trying|life
    im|am|totally|so done|finished
    dead|empty|numb|hollow inside
    feel|feeling|felt|feels|am|im ~2 empty|numb|worthless|useless|hopeless|nothing|dead|invisible|unwanted|unloved
    world ends|over
    no future
  `, fixed),
  rule('last-word', 'suicide', 'farewell', 3, 'says that they will be dead when this is read', `
    by the time ~4 read|reads|reading|see|sees|find|finds|get|gets|appears|reaches ~4 gone|dead|died|left|stepped|jumped|over|late
    when|once|if you|u|they|someone|anyone ~1 read|reads|find|finds|get|gets|see this|it|the|my ~4 gone|dead|died|over|late
    when|once|if you|u|they|someone|anyone ~1 read|reads|find|finds this|it|the|my i|ill ~2 gone|dead|died
  `, { who: 'self' }),
  rule('gas', 'suicide', 'attempt', 3, 'may be in a closed room with fumes', `
    garage|car|van ~8 engine ~2 running|on|idling|started ~6 sleepy|warm|drowsy|bye|goodbye|sorry|shut|closed|peaceful|dark
    im|am|sitting|sat|here ~7 garage ~5 engine ~2 running|on|idling
    engine ~2 running|on|idling ~4 garage ~3 shut|closed|locked|door
    hose|hosepipe|pipe ~3 exhaust
    garage door ~3 shut|closed|down|locked|behind ~8 sleepy|warm|engine|drowsy|dizzy|running
    exhaust|fumes ~3 filling|inside|car|window|breathing
  `, fixed),
  rule('other-risk', 'suicide', 'wish', 2, 'somebody else may be in danger', `
    @friend|he|she|they ~2 texted|messaged|sent|posted|rang|wrote|left|text|said|saying ~3 goodbye|farewell|bye ~6 phone|gone|off|missing|answering|answer|find|reply|voicemail|dead|straight
    @wants|going|gonna|threatening|threatened|threatens|wanting|planning|plans|try|trying|tried|tryna|says|might|will|may|could|finna @to? @intens? @killself @themself
    @killself @themself
    end|ending|take|taking|taken|took his|her|their own? life|lives
    wants|threatening|threatens|threatened to die|jump|end|overdose|hang
    he|she|they wants|want|keeps|wanted|says|said|told|saying|telling ~3 @die
    @him is|to|was|feeling|feels|getting|be @suicidal
    he|she|they|hes|shes|theyre|friend|brother|sister|mum|mom|dad|son|daughter|mate|partner is|are|was|feels|being|sounds|seems|has|gets? ~1 @suicidal
    @friend ~3 @suicidal|overdose|overdosed|overdosing
    @friend ~5 has|have|just|already @took some|all|lots|many|too|#num|several|a ~2 @pills
    @friend|@he|just ~2 @took ~3 overdose|od|@pills|bottle
    left|sent|wrote|found|posted ~3 suicide note
    sent|posted|texted|sends ~3 picture|photo|pic|video|snap|pictures of ~2 pills|tablets|rope|noose|blade|blades|knife|bridge|cuts|gun
    locked|shut|locks ~1 @themself ~4 bathroom|room|car|garage|shed|toilet|bedroom ~3 @means
    @he|said|says|saying @will|would|going|want|wants @to? jump|overdose|od|hang|step ~5 tonight|now|off|bridge|tomorrow|soon|herself|himself
    said|says|told|saying ~3 have|has|had|got a plan ~2 @nowword
    on|off|edge|standing|sitting|at ~2 bridge|ledge|roof|cliff ~4 friend|he|she|they|him|her
  `, { who: 'other' }),
  rule('bereaved', 'distress', 'bereaved', 1, 'has lost somebody', `
    lost @my ~2 to suicide|overdose
    @killed @themself
    took|taken|ended his|her|their own? life
    died by|of|from|through suicide|overdose
    committed suicide
    @friend ~2 suicide ~3 years|anniversary|ago|funeral|last
    suicide loss|bereavement|survivor|bereaved
  `, { who: 'other' }),
]
